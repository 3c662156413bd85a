import { useMemo } from 'react'
import { useVocabularia } from '@/lib/api/vocabularia'
import type { Term, Vocabularia } from '@/lib/api/types'

export type VocabularyList = keyof Vocabularia
/** The B1 label of a code; empty while the vocabularies are not there, the code when it is unknown. */
export type LabelOf = (list: VocabularyList, code: string | number) => string

export function labelIn(vocabularia: Vocabularia | undefined): LabelOf {
  return (list, code) => {
    if (!vocabularia) return ''
    const terms: Term[] = vocabularia[list]
    return terms.find((term) => term.code === String(code))?.label ?? String(code)
  }
}

export function useLabels(): LabelOf {
  const vocabularia = useVocabularia().data
  return useMemo(() => labelIn(vocabularia), [vocabularia])
}
