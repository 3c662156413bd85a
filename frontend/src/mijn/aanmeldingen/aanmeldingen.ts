import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { withoutData } from '../withoutData'

const aanmeldingenQuery = queryOptions({
  queryKey: ['aanmeldingen'],
  queryFn: ({ signal }) => dataOf(api.GET('/aanmeldingen', { signal })),
  // Somebody may have registered since.
  staleTime: 0,
})

/** What waits for the redactie. */
export const useAanmeldingen = () => useQuery(aanmeldingenQuery)

export type Decision =
  | { besluit: 'goedgekeurd' }
  | { besluit: 'afgewezen'; reden: string }
  | { besluit: 'aangesloten'; bij: string }

/** Decides about a new organisation, or about who wants to join one. */
export function useDecide(organisatieId: string, accountId?: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (decision: Decision) => {
      if (accountId === undefined) {
        const params = { path: { id: organisatieId } }
        return dataOf(
          withoutData(api.POST('/organisaties/{id}/controles', { params, body: decision })),
        )
      }
      if (decision.besluit === 'aangesloten') throw new Error('Iemand sluit zich bij één aan.')
      const params = { path: { id: organisatieId, accountId } }
      return dataOf(
        withoutData(
          api.POST('/organisaties/{id}/aansluitverzoeken/{accountId}/besluiten', {
            params,
            body: decision,
          }),
        ),
      )
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: aanmeldingenQuery.queryKey }),
    networkMode: 'always',
  })
}
