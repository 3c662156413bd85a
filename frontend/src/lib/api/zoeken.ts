import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from './client'
import type { ZoekParameters } from './types'

export const zoekenQuery = (query: ZoekParameters) =>
  queryOptions({
    queryKey: ['zoeken', query],
    queryFn: ({ signal }) => dataOf(api.GET('/zoeken', { params: { query }, signal })),
  })

/** The previous results stay while new ones are on their way: no empty page between two letters. */
export const useZoeken = (query: ZoekParameters, enabled = true) =>
  useQuery({ ...zoekenQuery(query), placeholderData: keepPreviousData, enabled })
