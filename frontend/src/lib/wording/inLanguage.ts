import type { Translator } from '@/i18n'
import type { Term, Vocabularia } from '@/lib/api/types'

/** A term in the language of the page; `lang` is there when only Dutch words for it exist. */
export type SpokenTerm = Term & { lang?: 'nl' }
export type SpokenVocabularia = Record<keyof Vocabularia, SpokenTerm[]>

/** The API speaks Dutch; the words of another language stand with its other texts. */
export function inLanguage(vocabularia: Vocabularia, translator: Translator): SpokenVocabularia {
  if (translator.code === 'nl') return vocabularia
  const lists = Object.entries(vocabularia).map(([list, terms]) => [
    list,
    terms.map(({ code, label, ouder }): SpokenTerm => {
      const words = translator.label(list, code)
      return {
        code,
        ...(ouder != null && { ouder }),
        ...(words ? { label: words } : { label, lang: 'nl' }),
      }
    }),
  ])
  return Object.fromEntries(lists) as SpokenVocabularia
}
