import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { withoutData } from '../withoutData'

const sessiesQuery = queryOptions({
  queryKey: ['sessies'],
  queryFn: ({ signal }) => dataOf(api.GET('/sessies', { signal })),
  staleTime: 0,
})

export const useSessies = () => useQuery(sessiesQuery)

/** Ends one of somebody's own sessions, or all but this one. */
export function useEndSessies() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (which: { id: string } | 'andere') =>
      dataOf(
        withoutData(
          which === 'andere'
            ? api.DELETE('/sessies/andere')
            : api.DELETE('/sessies/{id}', { params: { path: which } }),
        ),
      ),
    // Also after a refusal: what was to be ended may have ended by itself.
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessiesQuery.queryKey }),
    networkMode: 'always',
  })
}
