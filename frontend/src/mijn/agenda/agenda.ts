import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Translate } from '@/i18n'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { components } from '@/lib/api/schema.gen'
import type { EigenAanbod } from '@/lib/api/types'
import { eigenAanbodKey } from '../aanbod/eigenAanbod'
import { withoutData } from '../withoutData'

type Schemas = components['schemas']
export type Bron = Schemas['AgendabronUit']
export type BronInvoer = Schemas['AgendabronInvoer']
export type Voorbeeld = Schemas['AgendaVoorbeeld']
export type Groep = Schemas['Afspraakgroep']

const KEY = 'agendabronnen'
const CHANGED = 412

export const bronnenQuery = (organisatieId: string) =>
  queryOptions({
    queryKey: [KEY, organisatieId],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisatieId } }
      const { resultaten } = await dataOf(
        api.GET('/organisaties/{id}/agendabronnen', { params, signal }),
      )
      return resultaten
    },
    staleTime: 0,
  })

/** Every listing that can have times: all but what stopped. */
export const kiesbaarQuery = (organisatieId: string) =>
  queryOptions({
    queryKey: [eigenAanbodKey, organisatieId, 'kiesbaar'],
    queryFn: async ({ signal }) => {
      const found: EigenAanbod[] = []
      let cursor: string | undefined
      do {
        const query = { limit: 100, ...(cursor && { cursor }) }
        const params = { path: { id: organisatieId }, query }
        const page = await dataOf(api.GET('/organisaties/{id}/aanbod', { params, signal }))
        found.push(...page.resultaten)
        cursor = page.volgende ?? undefined
      } while (cursor)
      return found
        .filter(({ status }) => status !== 'gestopt')
        .sort((one, other) => one.titel.localeCompare(other.titel, 'nl'))
    },
  })

/** What a calendar would give; keeps nothing. */
export function usePreview(organisatieId: string) {
  return useMutation({
    mutationFn: (body: BronInvoer) =>
      dataOf(
        api.POST('/organisaties/{id}/agendabronnen/voorbeelden', {
          params: { path: { id: organisatieId } },
          body,
        }),
      ),
    networkMode: 'always',
  })
}

/** Connects a calendar, or changes one that is. */
export function useConnect(organisatieId: string, bron: Bron | null) {
  const refresh = useRefreshed()
  return useMutation({
    mutationFn: (body: BronInvoer) =>
      dataOf(
        bron
          ? api.PUT('/agendabronnen/{id}', { params: named(bron), body })
          : api.POST('/organisaties/{id}/agendabronnen', {
              params: { path: { id: organisatieId } },
              body,
            }),
      ),
    onSettled: refresh,
    networkMode: 'always',
  })
}

export function useDisconnect(bron: Bron) {
  const refresh = useRefreshed()
  return useMutation({
    mutationFn: () =>
      dataOf(withoutData(api.DELETE('/agendabronnen/{id}', { params: named(bron) }))),
    onSettled: refresh,
    networkMode: 'always',
  })
}

/** Has a calendar read now. */
export function useReadNow({ id }: Bron) {
  const refresh = useRefreshed()
  return useMutation({
    mutationFn: () =>
      dataOf(api.POST('/agendabronnen/{id}/verversingen', { params: { path: { id } } })),
    onSettled: refresh,
    networkMode: 'always',
  })
}

/**
 * What any of these does shows on this page, and in the editor of each listing. Nobody waits for
 * it: what asked may have gone by then, and could not say any more that it went well.
 */
function useRefreshed() {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries()
  }
}

const named = ({ id, versie }: Bron) => ({
  path: { id },
  header: { 'if-match': `"${versie}"` },
})

/** Why something did not go, in words: those of the server where it has them. */
export function whyNot(error: unknown, t: Translate): string {
  if (error instanceof ServerUnreachable) return t('mijnAgenda.fout.verbinding')
  if (!(error instanceof ApiProblem)) return t('mijnAgenda.fout.mislukt')
  if (error.status === CHANGED) return t('mijnAgenda.fout.intussen')
  const own = error.status < 500 && error.problem
  return own ? (error.fouten[0]?.melding ?? error.message) : t('mijnAgenda.fout.mislukt')
}

/** What the server says of the address itself. */
export const addressFault = (error: unknown) =>
  error instanceof ApiProblem
    ? error.fouten.find(({ veld }) => veld === 'adres')?.melding
    : undefined
