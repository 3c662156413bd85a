import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { components } from '@/lib/api/schema.gen'
import type { TextKey, Translate } from '@/i18n'
import { withoutData } from '../withoutData'

type Schemas = components['schemas']
export type Invoer = Schemas['InvoerUit']
export type Koppeling = Schemas['KoppelingUit']
export type Kolom = Schemas['Kolom']
export type Waarde = Schemas['Waarde']
export type Rij = Schemas['RijUit']
export type Stap = Schemas['InvoerStap']['handeling']
export type Toon = 'alles' | 'nieuw' | 'gewijzigd' | 'ongewijzigd' | 'fouten' | 'gebleven'

export const MOST_BYTES = 10_000_000
export const ROWS_AT_ONCE = 50
const KEY = 'invoer'
const ASK_AGAIN_MS = 1000

/** Whether the worker is at it, so that how far it is changes by itself. */
export const isBusy = ({ stand }: Invoer) =>
  stand === 'nakijken' || stand === 'uitvoeren' || stand === 'terug'

export const invoerQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/invoeren/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data && isBusy(data) ? ASK_AGAIN_MS : false),
  })

export const koppelingQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'koppeling'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/invoeren/{id}/koppeling', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  })

export const rijenQuery = (invoer: Invoer, toon: Toon, na: number) =>
  queryOptions({
    // What was done with them changes with the state.
    queryKey: [KEY, invoer.id, 'rijen', invoer.stand, toon, na],
    queryFn: ({ signal }) => {
      const params = { path: { id: invoer.id }, query: { toon, na, limit: ROWS_AT_ONCE } }
      return dataOf(api.GET('/invoeren/{id}/rijen', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

/** What an organisation brought in before, the latest first. */
export const invoerenQuery = (organisatieId: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'van', organisatieId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 10, ...(pageParam && { cursor: pageParam }) }
      const params = { path: { id: organisatieId }, query }
      return dataOf(api.GET('/organisaties/{id}/invoeren', { params, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
    select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
  })

/** All organisations, for the redactie, which may bring in for each of them. */
export const alleOrganisatiesQuery = queryOptions({
  queryKey: ['organisaties', 'alle'],
  queryFn: async ({ signal }) => {
    const found: { id: string; naam: string }[] = []
    let cursor: string | undefined
    do {
      const query = { limit: 100, ...(cursor && { cursor }) }
      const page = await dataOf(api.GET('/organisaties', { params: { query }, signal }))
      found.push(...page.resultaten.map(({ id, naam }) => ({ id, naam })))
      cursor = page.volgende ?? undefined
    } while (cursor)
    return found.sort((one, other) => one.naam.localeCompare(other.naam, 'nl'))
  },
})

/** Sends a file; it changes nothing on the map yet. */
export function useSend(organisatieId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (file: File) =>
      dataOf(
        api.POST('/organisaties/{id}/invoeren', {
          params: { path: { id: organisatieId }, query: { bestandsnaam: file.name } },
          // The contract calls bytes a string.
          body: file as unknown as string,
          bodySerializer: () => file,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
    onSuccess: (invoer) => {
      queryClient.setQueryData(invoerQuery(invoer.id).queryKey, invoer)
      void queryClient.invalidateQueries({ queryKey: [KEY, 'van'] })
    },
    networkMode: 'always',
  })
}

interface Decided {
  kolommen: (string | null)[]
  waarden: { veld: string; tekst: string; code: string | null }[]
}

const withFields = (koppeling: Koppeling, velden: (string | null)[]): Koppeling => ({
  ...koppeling,
  kolommen: koppeling.kolommen.map((kolom, at) => ({ ...kolom, veld: velden[at] ?? null })),
})

/** Keeps what somebody decided about columns and words. */
export function useMap(id: string) {
  const queryClient = useQueryClient()
  const { queryKey } = koppelingQuery(id)
  return useMutation({
    mutationFn: async (decided: Decided) => {
      const versie = queryClient.getQueryData(queryKey)?.versie ?? 0
      const params = { path: { id }, header: { 'if-match': `"${versie}"` } }
      return dataOf(api.PUT('/invoeren/{id}/koppeling', { params, body: decided }))
    },
    // The choice stands at once; a server that says no puts it back.
    onMutate: ({ kolommen }) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, before && withFields(before, kolommen))
      return before
    },
    onSuccess: (koppeling) => {
      queryClient.setQueryData(queryKey, koppeling)
    },
    onError: (error, _, before) => {
      queryClient.setQueryData(queryKey, before)
      if (hasStatus(error, CHANGED)) void queryClient.invalidateQueries({ queryKey })
    },
    networkMode: 'always',
  })
}

/** Asks the worker to look at the rows, to bring them in, or to take them back. */
export function useStep(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (handeling: Stap) =>
      dataOf(api.POST('/invoeren/{id}/stappen', { params: { path: { id } }, body: { handeling } })),
    onSuccess: (invoer) => {
      queryClient.setQueryData(invoerQuery(id).queryKey, invoer)
      void queryClient.invalidateQueries({ queryKey: koppelingQuery(id).queryKey })
    },
    networkMode: 'always',
  })
}

/** Throws a file away that was not run, or what is still known of one that was. */
export function useThrowAway({ id, versie }: Invoer) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => {
      const params = { path: { id }, header: { 'if-match': `"${versie}"` } }
      return dataOf(withoutData(api.DELETE('/invoeren/{id}', { params })))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: [KEY, 'van'] }),
    networkMode: 'always',
  })
}

const CHANGED = 412
const hasStatus = (error: unknown, status: number) =>
  error instanceof ApiProblem && error.status === status

/** Why something did not go, in words: those of the server where it has them. */
export function whyNot(error: unknown, t: Translate): string {
  if (error instanceof ServerUnreachable) return t('mijn.invoer.fout.verbinding')
  if (hasStatus(error, CHANGED)) return t('mijn.invoer.fout.intussen')
  const own = error instanceof ApiProblem && error.status < 500 && error.problem
  return own ? (error.fouten[0]?.melding ?? error.message) : t('mijn.invoer.fout.mislukt')
}

/** A field of the format as people say it; one that has no word here yet is shown as it is called. */
export function fieldLabel(veld: string, t: Translate): string {
  const name = veld.replace(/\.\d+/g, '').replaceAll('.', '_')
  const text = t(`mijn.invoer.veld.${name}` as TextKey)
  return text.startsWith('mijn.') ? veld : text
}
