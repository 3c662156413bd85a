import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

export const aanbodQuery = (idOfSlug: string) =>
  queryOptions({
    queryKey: ['aanbod', idOfSlug],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod/{id}', { params: { path: { id: idOfSlug } }, signal })),
  })

export const useAanbod = (idOfSlug: string) => useQuery(aanbodQuery(idOfSlug))
