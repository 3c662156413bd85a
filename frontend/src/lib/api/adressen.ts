import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from './client'

/** From here on there is something to look up. */
const SHORTEST = 2

export const adressenQuery = (q: string) =>
  queryOptions({
    queryKey: ['adressen', q],
    queryFn: ({ signal }) => dataOf(api.GET('/adressen', { params: { query: { q } }, signal })),
    // There is the list of wijken too.
    retry: false,
    // What somebody typed of where they live is not kept longer than their list needs it.
    gcTime: 60_000,
  })

export const useAdressen = (q: string) =>
  useQuery({
    ...adressenQuery(q),
    enabled: q.length >= SHORTEST,
    placeholderData: (previous) => (q.length >= SHORTEST ? keepPreviousData(previous) : undefined),
  })
