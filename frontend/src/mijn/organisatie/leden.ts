import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Organisatie, OrganisatieInvoer, Rol } from '@/lib/api/types'
import { withoutData } from '../withoutData'

export const organisatieQuery = (id: string) =>
  queryOptions({
    queryKey: ['eigen organisatie', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/organisaties/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

export const ledenQuery = (id: string) =>
  queryOptions({
    queryKey: ['leden', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/organisaties/{id}/leden', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

export const useOrganisatie = (id: string) => useQuery(organisatieQuery(id))
export const useLeden = (id: string) => useQuery(ledenQuery(id))

/** Everything that can be done with the people of an organisation. */
export type Act =
  | { wat: 'rol'; accountId: string; rol: Rol }
  | { wat: 'verwijder'; accountId: string }
  | { wat: 'nodig uit'; email: string; rol: Rol }
  | { wat: 'trek uitnodiging in'; uitnodigingId: string }
  | { wat: 'draag over'; naar: string }
  | { wat: 'aanvaard' }
  | { wat: 'trek overdracht in' }
  | { wat: 'laat toe'; accountId: string }
  | { wat: 'wijs af'; accountId: string; reden: string }
  | { wat: 'vertrek'; naarRedactie: boolean }

/** Does one of these, and then looks how it stands. */
export function useAct(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (act: Act) => dataOf(withoutData(send(id, act))),
    onSettled: (_data, _error, { wat }) => {
      const also = wat === 'vertrek' ? [] : [ledenQuery(id).queryKey]
      return Promise.all(
        [...also, ['lidmaatschappen']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      )
    },
    networkMode: 'always',
  })
}

function send(id: string, act: Act) {
  const params = { path: { id } }
  switch (act.wat) {
    case 'rol':
      return api.POST('/organisaties/{id}/leden/{accountId}/rollen', {
        params: { path: { id, accountId: act.accountId } },
        body: { rol: act.rol },
      })
    case 'verwijder':
      return api.POST('/organisaties/{id}/leden/{accountId}/verwijderingen', {
        params: { path: { id, accountId: act.accountId } },
      })
    case 'nodig uit': {
      const body = { email: act.email, rol: act.rol }
      return api.POST('/organisaties/{id}/uitnodigingen', { params, body })
    }
    case 'trek uitnodiging in':
      return api.POST('/organisaties/{id}/uitnodigingen/{uitnodigingId}/intrekkingen', {
        params: { path: { id, uitnodigingId: act.uitnodigingId } },
      })
    case 'draag over':
      return api.POST('/organisaties/{id}/overdrachten', { params, body: { naar: act.naar } })
    case 'aanvaard':
      return api.POST('/organisaties/{id}/overdrachten/huidig/aanvaardingen', { params })
    case 'trek overdracht in':
      return api.POST('/organisaties/{id}/overdrachten/huidig/intrekkingen', { params })
    case 'laat toe':
    case 'wijs af':
      return api.POST('/organisaties/{id}/aansluitverzoeken/{accountId}/besluiten', {
        params: { path: { id, accountId: act.accountId } },
        body:
          act.wat === 'laat toe'
            ? { besluit: 'goedgekeurd' }
            : { besluit: 'afgewezen', reden: act.reden },
      })
    case 'vertrek': {
      const body = { naarRedactie: act.naarRedactie }
      return api.POST('/organisaties/{id}/vertrekken', { params, body })
    }
  }
}

/** Keeps what residents read about the organisation itself. */
export function useSave({ id, versie }: Pick<Organisatie, 'id' | 'versie'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: OrganisatieInvoer) =>
      dataOf(
        api.PUT('/organisaties/{id}', {
          params: { path: { id }, header: { 'if-match': `"${versie}"` } },
          body,
        }),
      ),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: organisatieQuery(id).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['lidmaatschappen'] }),
      ]),
    networkMode: 'always',
  })
}

/** What to say about what went wrong: the server's own words when it has them. */
export function saidOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'leden.fout.geenVerbinding'
  if (!(error instanceof ApiProblem)) return 'leden.fout.mislukt'
  if (error.status === 429) return 'leden.fout.teVaak'
  return error.problem ? { said: error.problem.detail } : 'leden.fout.mislukt'
}
