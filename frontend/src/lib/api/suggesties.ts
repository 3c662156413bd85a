import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from './client'

const LIMIT = 7

export const suggestiesQuery = (q: string) =>
  queryOptions({
    queryKey: ['suggesties', q],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/suggesties', { params: { query: { q, limit: LIMIT } }, signal })),
    // Suggestions are a convenience: when they fail, the box still searches.
    retry: false,
  })

/** What one may ask, for who does not know how to begin; apart from what fits a typed question. */
export const useVoorbeelden = (enabled: boolean) =>
  useQuery({ ...suggestiesQuery(''), queryKey: ['voorbeelden'], enabled, staleTime: Infinity })

export const useSuggesties = (q: string) =>
  useQuery({
    ...suggestiesQuery(q),
    enabled: q.length >= 2,
    placeholderData: (previous) => (q.length >= 2 ? keepPreviousData(previous) : undefined),
  })
