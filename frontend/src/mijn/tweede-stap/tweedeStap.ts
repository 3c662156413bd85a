import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Bewijs } from '@/lib/api/types'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { LOGGING_IN, setSessie } from '../sessie/sessie'
import { withoutData } from '../withoutData'

const tweedeStapQuery = queryOptions({
  queryKey: ['tweede-stap'],
  queryFn: ({ signal }) => dataOf(api.GET('/tweedestappen/eigen', { signal })),
  staleTime: 0,
})

/** How it stands with somebody's own second step. */
export const useTweedeStap = () => useQuery(tweedeStapQuery)

/** A secret for an app; it counts once a code of it was given. */
export const useBegin = () =>
  useMutation({
    mutationFn: () => dataOf(api.POST('/tweedestappen')),
    networkMode: 'always',
  })

/** Turns it on, or makes other recovery codes; either gives codes that are shown this once. */
export function useGetCodes(what: 'bevestigingen' | 'herstelcodes') {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ code }: Bewijs) => {
      const body = { code: code ?? '' }
      return dataOf(
        what === 'bevestigingen'
          ? api.POST('/tweedestappen/eigen/bevestigingen', { body })
          : api.POST('/tweedestappen/eigen/herstelcodes', { body }),
      )
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: tweedeStapQuery.queryKey }),
    networkMode: 'always',
  })
}

export function useTurnOff() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Bewijs) =>
      dataOf(withoutData(api.POST('/tweedestappen/eigen/uitzettingen', { body }))),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: tweedeStapQuery.queryKey }),
    networkMode: 'always',
  })
}

/** Gives the code that a log-in waits for. */
export function useGiveCode() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: [LOGGING_IN],
    mutationFn: (body: Bewijs) => dataOf(api.POST('/sessies/halve/bevestigingen', { body })),
    onSuccess: (sessie) => {
      requestHeadingFocus()
      setSessie(queryClient, sessie)
    },
    networkMode: 'always',
  })
}

/** What to say at the field: the server knows what is the matter with a code. */
export function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'mijn.fout.geenVerbinding'
  if (!(error instanceof ApiProblem) || error.status >= 500) return 'fout.mislukt'
  if (error.status === 429) return 'mijn.fout.teVaak'
  return { said: error.fouten[0]?.melding ?? error.message }
}
