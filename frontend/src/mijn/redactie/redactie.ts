import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Goedkeuring, Sessie, TeBeoordelen } from '@/lib/api/types'

export const KEY = 'redactie'
const LIMIT = 20

export type Soort = TeBeoordelen['soort']

/** What of the queue somebody looks at; what is absent is everything. */
export interface Filters {
  soort?: Soort | undefined
  organisatie?: string | undefined
}

export type Uitspraak = 'goedgekeurd' | 'teruggestuurd' | 'afgewezen'

export interface Besluit {
  uitspraak: Uitspraak
  reden?: string
}

/** Who decides about listings: everywhere, or in wijken of their own. */
export const isJudge = ({ rol }: Pick<Sessie, 'rol'>) =>
  rol === 'redactie' || rol === 'beheer' || rol === 'wijkredacteur'

/** Who decides in own wijken only sees nothing of the whole city. */
export const isOnlyInWijken = ({ rol }: Pick<Sessie, 'rol'>) => rol === 'wijkredacteur'

/** What waits, what waits longest first. Colleagues decide too, so it is asked again each time. */
export const queueQuery = ({ soort, organisatie }: Filters) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'wachtrij', soort, organisatie],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = {
        limit: LIMIT,
        ...(soort && { soort }),
        ...(organisatie && { organisatie }),
        ...(pageParam && { cursor: pageParam }),
      }
      return dataOf(api.GET('/beoordelingen', { params: { query }, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
    select: ({ pages }) => ({
      items: pages.flatMap(({ resultaten }) => resultaten),
      totaal: pages[0]?.totaal ?? 0,
    }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })

/** How much waits, for the menu. */
export const waitingQuery = queryOptions({
  queryKey: [KEY, 'aantal'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/beoordelingen', { params: { query: { limit: 1 } }, signal })),
  select: ({ totaal }) => totaal,
})

/**
 * @param onSuccess is called also when what was pressed has gone, as it does when it no longer waits.
 */
function useChange<Given, Outcome>(
  mutationFn: (given: Given) => Promise<Outcome>,
  onSuccess: (outcome: Outcome, given: Given) => void,
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess,
    // Also after a refusal: then something else waits than what is shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: [KEY] }),
    networkMode: 'always',
  })
}

const STEPS = { goedgekeurd: 'publiceren', teruggestuurd: 'terugsturen' } as const

/** Decides about what waits: a new listing by a step, a change by a decision about it. */
export function useDecide(item: TeBeoordelen, onDecided: (uitspraak: Uitspraak) => void) {
  const { soort, sinds, aanbod } = item
  const { id, versie } = aanbod
  return useChange(
    ({ uitspraak, reden }: Besluit) => {
      const why = reden && { reden }
      if (soort === 'nieuw' && uitspraak !== 'afgewezen') {
        return dataOf(
          api.POST('/aanbod/{id}/stappen', {
            params: { path: { id }, header: { 'if-match': `"${versie}"` } },
            body: { handeling: STEPS[uitspraak], ...why },
          }),
        )
      }
      return dataOf(
        api.POST('/aanbod/{id}/voorstel/besluiten', {
          params: { path: { id } },
          body: { besluit: uitspraak, ingediendOp: sinds, ...why },
        }),
      )
    },
    (_, { uitspraak }) => {
      onDecided(uitspraak)
    },
  )
}

/** Agrees to these changes together; says of each whether it could be done. */
export const useApproveTogether = (
  onDone: (outcomes: Goedkeuring[], items: TeBeoordelen[]) => void,
) =>
  useChange(
    (items: TeBeoordelen[]) =>
      dataOf(
        api.POST('/beoordelingen/goedkeuringen', {
          body: {
            wijzigingen: items.map(({ aanbod, sinds }) => ({
              aanbodId: aanbod.id,
              ingediendOp: sinds,
            })),
          },
        }),
      ),
    ({ resultaten }, items) => {
      onDone(resultaten, items)
    },
  )

/** Takes one's own decisions of a moment ago back. */
export const useWithdraw = (onUndone: () => void) =>
  useChange(
    (ids: string[]) =>
      Promise.all(
        ids.map((id) =>
          dataOf(api.POST('/aanbod/{id}/beoordeling/intrekkingen', { params: { path: { id } } })),
        ),
      ),
    onUndone,
  )
