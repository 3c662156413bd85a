import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from './client'

export const situatiesQuery = queryOptions({
  queryKey: ['situaties'],
  queryFn: ({ signal }) => dataOf(api.GET('/situaties', { signal })),
  staleTime: 10 * 60_000,
})

export const useSituaties = () => useQuery(situatiesQuery)

export const situatieQuery = (slug: string) =>
  queryOptions({
    queryKey: ['situatie', slug],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/situaties/{slug}', { params: { path: { slug } }, signal })),
  })

export const useSituatie = (slug: string) => useQuery(situatieQuery(slug))
