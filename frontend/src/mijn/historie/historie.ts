import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

const KEY = 'historie'
const WAITS = 202

/** What happened to a listing, the latest first. */
export const historieQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = pageParam ? { cursor: pageParam } : {}
      const params = { path: { id }, query }
      return dataOf(api.GET('/aanbod/{id}/historie', { params, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
    select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
    staleTime: 0,
  })

/** The listing itself: what it is called, and which version something is put back in. */
export const listingQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'aanbod', id],
    queryFn: ({ signal }) => dataOf(api.GET('/aanbod/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

/** Puts back what stood there before a step; says whether that waits for the redactie. */
export function useRestore(id: string, versie: number) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (regel: string) => {
      const call = api.POST('/aanbod/{id}/historie/{regel}/herstel', {
        params: { path: { id, regel }, header: { 'if-match': `"${versie}"` } },
      })
      await dataOf(call)
      return { waits: (await call).response.status === WAITS }
    },
    // What else is shown of this listing, on other pages, is of before.
    onSettled: () => queryClient.invalidateQueries(),
    networkMode: 'always',
  })
}
