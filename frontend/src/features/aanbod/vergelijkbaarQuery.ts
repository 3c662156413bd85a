import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

export const vergelijkbaarQuery = (idOfSlug: string) =>
  queryOptions({
    queryKey: ['aanbod', idOfSlug, 'vergelijkbaar'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod/{id}/vergelijkbaar', { params: { path: { id: idOfSlug } }, signal })),
  })

export const useVergelijkbaar = (idOfSlug: string) => useQuery(vergelijkbaarQuery(idOfSlug))
