import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Controlevraag } from '@/lib/api/types'
import { withoutData } from '../withoutData'

/** What somebody chose in the mail already. It is done here, by a press: programs follow links too. */
export type Keuze = 'klopt' | 'aanpassen' | 'gestopt'

export interface MailLink {
  token: string
  chosen: { aanbodId: string; keuze: Keuze } | null
}

/** Reads `token` or `token&listing&choice`, from behind the '#'; what it does not know it leaves. */
export function mailLinkOf(hash: string): MailLink {
  const [token = '', aanbodId = '', keuze = ''] = hash.split('&')
  return { token, chosen: aanbodId && isKeuze(keuze) ? { aanbodId, keuze } : null }
}

function isKeuze(text: string): text is Keuze {
  return text === 'klopt' || text === 'aanpassen' || text === 'gestopt'
}

export const isDone = ({ stand }: Controlevraag) => stand !== 'open'

const verzoekQuery = (token: string) =>
  queryOptions({
    queryKey: ['controleverzoek', token],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/controleverzoeken/huidig', { params: { header: headerOf(token) }, signal })),
  })

export const useVerzoek = (token: string) =>
  useQuery({ ...verzoekQuery(token), enabled: token !== '' })

/** What residents read of these listings, by id; also of what has stopped. */
export const useListings = (ids: string[]) =>
  useQuery({
    queryKey: ['controleverzoek', 'aanbod', ids],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod', { params: { query: { id: ids, limit: MOST_IDS } }, signal })),
    select: ({ resultaten }) => new Map(resultaten.map((aanbod) => [aanbod.id, aanbod])),
    enabled: ids.length > 0,
  })

export const MOST_IDS = 50

export type Answer = 'klopt' | 'gestopt' | 'ongedaan'

/** Answers for one listing, or takes that back; then looks how it stands with all of them. */
export function useAnswer(token: string, aanbodId: string) {
  const queryClient = useQueryClient()
  const header = headerOf(token)
  return useMutation({
    mutationFn: (answer: Answer) =>
      dataOf(
        withoutData(
          answer === 'ongedaan'
            ? api.POST('/controleverzoeken/huidig/intrekkingen', {
                params: { header },
                body: { aanbodId },
              })
            : api.POST('/controleverzoeken/huidig/antwoorden', {
                params: { header },
                body: { aanbodId, antwoord: answer },
              }),
        ),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: verzoekQuery(token).queryKey }),
    networkMode: 'always',
  })
}

const headerOf = (token: string) => ({ 'controle-token': token })
