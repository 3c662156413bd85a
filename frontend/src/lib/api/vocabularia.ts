import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { api, dataOf } from './client'
import type { SpokenVocabularia, Vocabularia } from './types'

export const vocabulariaQuery = queryOptions({
  queryKey: ['vocabularia'],
  queryFn: ({ signal }) => dataOf(api.GET('/vocabularia', { signal })),
  staleTime: 60 * 60_000,
})

const asTheyAre = (vocabularia: Vocabularia): SpokenVocabularia => vocabularia

/** The controlled lists in the language of the page. */
export function useVocabularia() {
  const { terms } = useTranslation()
  return useQuery({ ...vocabulariaQuery, select: terms ?? asTheyAre })
}
