import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from './client'

export const vocabulariaQuery = queryOptions({
  queryKey: ['vocabularia'],
  queryFn: ({ signal }) => dataOf(api.GET('/vocabularia', { signal })),
  staleTime: 60 * 60_000,
})

export const useVocabularia = () => useQuery(vocabulariaQuery)
