import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Mailvoorkeur } from '@/lib/api/types'

/** What stands behind the '#' in a mail: whose preferences, and about which kind the mail was. */
export function stopLinkOf(hash: string) {
  const [sleutel = '', soort = ''] = hash.split('&')
  return { sleutel, soort }
}

/** @param sleutel of a mail; empty for who is logged in. */
const voorkeurenQuery = (sleutel: string) =>
  queryOptions({
    queryKey: ['mailvoorkeuren', sleutel],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/mailvoorkeuren/huidig', { params: { header: headerOf(sleutel) }, signal })),
  })

export const useVoorkeuren = (sleutel: string, enabled = true) =>
  useQuery({ ...voorkeurenQuery(sleutel), enabled })

/** Stops a kind of mail or begins it again. */
export function useSetVoorkeur(sleutel: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Mailvoorkeur) =>
      dataOf(
        api.POST('/mailvoorkeuren/huidig/keuzes', { params: { header: headerOf(sleutel) }, body }),
      ),
    onSuccess: (voorkeuren) => {
      queryClient.setQueryData(voorkeurenQuery(sleutel).queryKey, voorkeuren)
    },
    networkMode: 'always',
  })
}

const headerOf = (sleutel: string) => (sleutel ? { 'mail-sleutel': sleutel } : {})
