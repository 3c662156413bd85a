import { infiniteQueryOptions, useMutation } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Belantwoord } from '@/lib/api/types'
import { withoutData } from '../withoutData'

/** Whom to call. What was answered stays on the page until it is opened again. */
export const belverzoekenQuery = infiniteQueryOptions({
  queryKey: ['belverzoeken'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ signal, pageParam }) => {
    const params = { query: pageParam ? { cursor: pageParam } : {} }
    return dataOf(api.GET('/belverzoeken', { params, signal }))
  },
  getNextPageParam: ({ volgende }) => volgende ?? undefined,
  select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
  // A colleague may be calling too.
  refetchOnMount: 'always',
  refetchOnWindowFocus: false,
})

/** Writes down what an organisation says of one of its listings. */
export const useAnswer = (organisatie: string, aanbodId: string) =>
  useMutation({
    mutationFn: (antwoord: Belantwoord['antwoord']) => {
      const params = { path: { id: organisatie } }
      return dataOf(
        api.POST('/belverzoeken/{id}/antwoorden', { params, body: { aanbodId, antwoord } }),
      )
    },
    networkMode: 'always',
  })

/** Takes that back. */
export const useTakeBack = (organisatie: string) =>
  useMutation({
    mutationFn: (said: Belantwoord) => {
      const params = { path: { id: organisatie } }
      return dataOf(
        withoutData(api.POST('/belverzoeken/{id}/intrekkingen', { params, body: said })),
      )
    },
    networkMode: 'always',
  })
