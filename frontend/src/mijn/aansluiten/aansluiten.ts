import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { AansluitlinkInvoer, Aansluitvraag, Gelijkenisvraag } from '@/lib/api/types'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { setSessie } from '../sessie/sessie'
import { withoutData } from '../withoutData'

const TYPING_MS = 300
const VERZOEKEN = 'aansluitverzoeken'

/** Organisations on the map that look like what is filled in so far. */
export function useGelijkend(vraag: Gelijkenisvraag) {
  const asked = useDebounced(JSON.stringify(vraag), TYPING_MS)
  return useQuery({
    queryKey: ['gelijkenissen', asked],
    queryFn: ({ signal }) => {
      const body = JSON.parse(asked) as Gelijkenisvraag
      return dataOf(api.POST('/organisaties/gelijkenissen', { body, signal }))
    },
    // What is shown stays until the next is there: nothing jumps while somebody types.
    placeholderData: (before) => before,
    // A hint and no more: without it the form works as well.
    retry: false,
  })
}

/** Somebody without an account gets a link in their mail that does what they filled in. */
export const useAskLink = () =>
  useMutation({
    mutationFn: (body: AansluitlinkInvoer) => dataOf(api.POST('/aansluitlinks', { body })),
    networkMode: 'always',
  })

/** Who is logged in asks at once. */
export function useAsk() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ organisatie, nieuw }: Aansluitvraag): Promise<Uitkomst> => {
      if (nieuw) {
        const made = await dataOf(api.POST('/organisaties', { body: nieuw }))
        return { uitkomst: 'nieuw', organisatie: made }
      }
      const params = { path: { id: organisatie ?? '' } }
      return dataOf(api.POST('/organisaties/{id}/aansluitverzoeken', { params }))
    },
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => ['lidmaatschappen', VERZOEKEN].includes(String(queryKey[0])),
      }),
    networkMode: 'always',
  })
}

export interface Uitkomst {
  uitkomst: 'nieuw' | 'wacht' | 'aangesloten'
  organisatie: { id: string; naam: string }
}

/** What the link in a mail would do; looking uses nothing up. */
export const useLink = (token: string) =>
  useQuery({
    queryKey: ['aansluitlink', token],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aansluitlinks/huidig', { params: { header: headerOf(token) }, signal })),
    staleTime: Infinity,
  })

/** Does what the link says, and logs in. */
export function useConfirmLink(token: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/aansluitlinks/huidig/bevestigingen', { params: { header: headerOf(token) } }),
      ),
    onSuccess: ({ sessie }) => {
      if (sessie) setSessie(queryClient, sessie)
    },
    networkMode: 'always',
  })
}

const headerOf = (token: string) => ({ 'aansluit-token': token })

const verzoekenQuery = queryOptions({
  queryKey: [VERZOEKEN],
  queryFn: ({ signal }) => dataOf(api.GET('/aansluitverzoeken', { signal })),
})

/** The requests of who is logged in that nobody has decided about. */
export const useEigenVerzoeken = () => useQuery(verzoekenQuery)

export function useWithdraw() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(
        withoutData(
          api.POST('/organisaties/{id}/aansluitverzoeken/eigen/intrekkingen', {
            params: { path: { id } },
          }),
        ),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: verzoekenQuery.queryKey }),
    networkMode: 'always',
  })
}
