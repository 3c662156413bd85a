import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

/** Where staff can log in; it changes only when the settings of the server do. */
export const inlogdienstenQuery = queryOptions({
  queryKey: ['inlogdiensten'],
  queryFn: ({ signal }) => dataOf(api.GET('/inlogdiensten', { signal })),
  staleTime: Infinity,
})
