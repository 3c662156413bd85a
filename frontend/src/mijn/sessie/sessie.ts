import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem } from '@/lib/api/errors'
import type { Sessie } from '@/lib/api/types'

const NOT_LOGGED_IN = 401
const KEY = 'sessie'

/** Who is logged in; null when nobody is. */
export const sessieQuery = queryOptions<Sessie | null>({
  queryKey: [KEY],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/sessies/huidige', { signal })).catch((error: unknown) => {
      if (isNotLoggedIn(error)) return null
      throw error
    }),
  // Whatever is asked with a session that has ended tells so.
  staleTime: Infinity,
})

export const useSessie = () => useQuery(sessieQuery)

/** Somebody logs in or out: what was shown to who was there before is forgotten. */
export function setSessie(queryClient: QueryClient, sessie: Sessie | null) {
  queryClient.setQueryData(sessieQuery.queryKey, sessie)
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY })
}

/** Logging in is refused with the same status, to who has no session that could end. */
export const LOGGING_IN = 'inloggen'

/** Has the pages know, as soon as the server says it about anything, that the session has ended. */
export function noticeEndOfSession(queryClient: QueryClient) {
  const look = (error: unknown) => {
    if (isNotLoggedIn(error)) queryClient.setQueryData(sessieQuery.queryKey, null)
  }
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
  })
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    if (event.mutation.options.mutationKey?.[0] !== LOGGING_IN) look(event.action.error)
  })
}

function isNotLoggedIn(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === NOT_LOGGED_IN
}
