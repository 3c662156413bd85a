import {
  infiniteQueryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { BeheerAccount, BeheerAccounts } from '@/lib/api/types'

const KEY = 'accounts'

/** Staff, or whoever has this address. */
export const accountsQuery = (email: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, email],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      if (email) return dataOf(api.POST('/accounts/zoekopdrachten', { body: { email }, signal }))
      const query = pageParam ? { cursor: pageParam } : {}
      return dataOf(api.GET('/accounts', { params: { query }, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
    select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
    staleTime: 0,
  })

/** What beheer can do about who is let in. */
export type Act = 'uitloggingen' | 'blokkeringen' | 'deblokkeringen'

/** Why somebody's second step is turned off; they read it in a mail. */
interface WithoutStep {
  reden: string
}

/** Does one of these; what the server says of the account then stands in every list. */
export function useAct(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (act: Act | WithoutStep) => {
      const params = { path: { id } }
      if (typeof act === 'object') {
        return dataOf(api.POST('/accounts/{id}/tweedestap/verwijderingen', { params, body: act }))
      }
      switch (act) {
        case 'uitloggingen':
          return dataOf(api.POST('/accounts/{id}/uitloggingen', { params }))
        case 'blokkeringen':
          return dataOf(api.POST('/accounts/{id}/blokkeringen', { params }))
        case 'deblokkeringen':
          return dataOf(api.POST('/accounts/{id}/deblokkeringen', { params }))
      }
    },
    onSuccess: (account) => {
      queryClient.setQueriesData<InfiniteData<BeheerAccounts>>(
        { queryKey: [KEY] },
        (data) => data && { ...data, pages: data.pages.map((page) => withOne(page, account)) },
      )
    },
    networkMode: 'always',
  })
}

function withOne(page: BeheerAccounts, account: BeheerAccount): BeheerAccounts {
  const resultaten = page.resultaten.map((one) => (one.id === account.id ? account : one))
  return { ...page, resultaten }
}

/** What to say about what went wrong: the server's own words when it refused. */
export function saidOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'accounts.fout.geenVerbinding'
  const refused = error instanceof ApiProblem && error.status < 500 ? error : null
  const said = refused?.fouten[0]?.melding ?? refused?.problem?.detail
  return said ? { said } : 'accounts.fout.mislukt'
}
