import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from '@/i18n'
import { inLanguage } from '@/lib/wording/inLanguage'
import { api, dataOf } from './client'
import type { Vocabularia } from './types'

export const vocabulariaQuery = queryOptions({
  queryKey: ['vocabularia'],
  queryFn: ({ signal }) => dataOf(api.GET('/vocabularia', { signal })),
  staleTime: 60 * 60_000,
})

export function useVocabularia() {
  const translator = useTranslation()
  const select = useCallback(
    (vocabularia: Vocabularia) => inLanguage(vocabularia, translator),
    [translator],
  )
  return useQuery({ ...vocabulariaQuery, select })
}
