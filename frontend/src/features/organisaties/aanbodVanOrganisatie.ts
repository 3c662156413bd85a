import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

const LIMIT = 20

export const aanbodVanOrganisatieQuery = (organisatie: string) =>
  infiniteQueryOptions({
    queryKey: ['aanbod', 'van', organisatie],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { organisatie, limit: LIMIT, ...(pageParam && { cursor: pageParam }) }
      return dataOf(api.GET('/aanbod', { params: { query }, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
  })
