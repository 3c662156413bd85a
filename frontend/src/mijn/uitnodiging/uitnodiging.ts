import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

/** What an invitation is for; looking uses nothing up. */
export const useUitnodiging = (token: string) =>
  useQuery({
    queryKey: ['uitnodiging', token],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/uitnodigingen/huidig', { params: { header: headerOf(token) }, signal })),
    staleTime: Infinity,
    enabled: token !== '',
  })

/** Accepts it; with a name when the address is new here. */
export function useAccept(token: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (naam: string | null) =>
      dataOf(
        api.POST('/uitnodigingen/huidig/aanvaardingen', {
          params: { header: headerOf(token) },
          body: naam === null ? {} : { naam },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['lidmaatschappen'] }),
    networkMode: 'always',
  })
}

const headerOf = (token: string) => ({ 'uitnodiging-token': token })
