import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Afvinking, Nakijkpunt } from '@/lib/api/types'

const KEY = ['achteraf']

/** What the thing is about: a listing, or an organisation itself. */
export const subjectOf = ({ aanbod, organisatie }: Nakijkpunt) =>
  aanbod
    ? { onderwerp: 'aanbod' as const, id: aanbod.id, titel: aanbod.titel }
    : { onderwerp: 'organisatie' as const, id: organisatie.id, titel: organisatie.naam }

/** What is on the map and nobody of the redactie has seen. Colleagues look too. */
export const nakijkQuery = infiniteQueryOptions({
  queryKey: KEY,
  initialPageParam: undefined as string | undefined,
  queryFn: ({ signal, pageParam }) => {
    const query = pageParam ? { cursor: pageParam } : {}
    return dataOf(api.GET('/nakijkpunten', { params: { query }, signal }))
  },
  getNextPageParam: ({ volgende }) => volgende ?? undefined,
  select: ({ pages }) => ({
    punten: pages.flatMap(({ resultaten }) => resultaten),
    totaal: pages[0]?.totaal ?? 0,
  }),
  staleTime: 0,
  refetchOnWindowFocus: true,
})

/** Says that these were seen; of each whether that could be done. */
export function useTickOff(onDone: (outcomes: Afvinking[], asked: Nakijkpunt[]) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (punten: Nakijkpunt[]) =>
      dataOf(
        api.POST('/nakijkpunten/afvinkingen', {
          body: {
            punten: punten.map((punt) => {
              const { onderwerp, id } = subjectOf(punt)
              return { onderwerp, id, versie: punt.versie }
            }),
          },
        }),
      ),
    onSuccess: ({ resultaten }, asked) => {
      onDone(resultaten, asked)
    },
    // Also after a refusal: then it is not as it is shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
    networkMode: 'always',
  })
}

export type Uitkomst = 'teruggedraaid' | 'van-de-kaart'

/** Puts back what was there before, and mails the organisation why. */
export function useTurnBack(punt: Nakijkpunt, onDone: (uitkomst: Uitkomst) => void) {
  const queryClient = useQueryClient()
  const { onderwerp, id } = subjectOf(punt)
  return useMutation({
    mutationFn: (reden: string) => {
      const options = { params: { path: { id } }, body: { versie: punt.versie, reden } }
      return dataOf(
        onderwerp === 'aanbod'
          ? api.POST('/aanbod/{id}/nakijkpunt/terugdraaiingen', options)
          : api.POST('/organisaties/{id}/nakijkpunt/terugdraaiingen', options),
      )
    },
    onSuccess: ({ uitkomst }) => {
      onDone(uitkomst)
      return queryClient.invalidateQueries({ queryKey: KEY })
    },
    networkMode: 'always',
  })
}
