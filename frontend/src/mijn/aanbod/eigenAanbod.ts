import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { EigenAanbod } from '@/lib/api/types'

const LIMIT = 100
export const eigenAanbodKey = 'eigen aanbod'

export const lidmaatschappenQuery = queryOptions({
  queryKey: ['lidmaatschappen'],
  queryFn: ({ signal }) => dataOf(api.GET('/lidmaatschappen', { signal })),
})

/** All listings of an organisation, for who works there. */
export const eigenAanbodQuery = (organisatieId: string) =>
  infiniteQueryOptions({
    queryKey: [eigenAanbodKey, organisatieId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: LIMIT, ...(pageParam && { cursor: pageParam }) }
      const params = { path: { id: organisatieId }, query }
      return dataOf(api.GET('/organisaties/{id}/aanbod', { params, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
    select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
  })

/** Says that a listing still holds, or takes that back. */
export function useConfirm(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (holds: boolean) => {
      const params = { params: { path: { id } } }
      return dataOf(
        holds
          ? api.POST('/aanbod/{id}/bevestigingen', params)
          : api.POST('/aanbod/{id}/intrekkingen', params),
      )
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] }),
    networkMode: 'always',
  })
}

const ORDER = { gepubliceerd: 0, 'ter-beoordeling': 1, concept: 2, gestopt: 3 }

/**
 * What is due first, then what is on the map, then what is not, each by name.
 * @param due ids that stay on top while somebody works through them, also when they are done.
 */
export function inOrder(listings: EigenAanbod[], due: ReadonlySet<string>): EigenAanbod[] {
  const place = ({ id, status }: EigenAanbod) => (due.has(id) ? -1 : ORDER[status])
  return [...listings].sort(
    (one, other) => place(one) - place(other) || one.titel.localeCompare(other.titel, 'nl'),
  )
}
