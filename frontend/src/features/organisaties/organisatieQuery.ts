import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

export const organisatieQuery = (idOfSlug: string) =>
  queryOptions({
    queryKey: ['organisatie', idOfSlug],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/organisaties/{id}', { params: { path: { id: idOfSlug } }, signal })),
  })

export const useOrganisatie = (idOfSlug: string) => useQuery(organisatieQuery(idOfSlug))
