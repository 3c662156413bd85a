import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Dubbel } from '@/lib/api/types'
import { withoutData } from '../withoutData'

const KEY = 'dubbelen'

/** Pairs that look the same, for the redactie. */
export const dubbelenQuery = infiniteQueryOptions({
  queryKey: [KEY],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ signal, pageParam }) => {
    const params = { query: pageParam ? { cursor: pageParam } : {} }
    return dataOf(api.GET('/dubbelen', { params, signal }))
  },
  getNextPageParam: ({ volgende }) => volgende ?? undefined,
  select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
})

export type Kant = Dubbel['een']

export const pairKey = ({ een, ander }: Dubbel) => `${een.id} ${ander.id}`

/** What of the one that goes may be kept, in the order in which a listing says it. */
export const OVER_TE_NEMEN = [
  'samenvatting',
  'beschrijving',
  'doelgroepen',
  'momenten',
  'locatie',
  'kosten',
  'kostenToelichting',
  'eersteKeer',
  'meebrengen',
  'contact',
  'talen',
  'toegankelijkheid',
] as const

/** Makes one of two; `blijft` takes these fields over from `weg`. */
export function useMerge() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ blijft, weg, overnemen }: { blijft: Kant; weg: Kant; overnemen: string[] }) =>
      dataOf(
        api.POST('/aanbod/{id}/samenvoegingen', {
          params: {
            path: { id: blijft.id },
            header: { 'if-match': `"${String(blijft.versie)}"` },
          },
          body: { oud: weg.id, oudVersie: weg.versie, overnemen },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [KEY] }),
    networkMode: 'always',
  })
}

/** Says that they are two. */
export function useTellApart() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ een, ander }: Dubbel) =>
      dataOf(
        withoutData(api.POST('/onderscheidingen', { body: { een: een.id, ander: ander.id } })),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [KEY] }),
    networkMode: 'always',
  })
}
