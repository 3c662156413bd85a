import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { eigenAanbodKey } from '../aanbod/eigenAanbod'

export type Stap =
  | { doe: 'sluit'; tot: string | null; reden: string | null }
  | { doe: 'open' }
  | { doe: 'draai-terug' }

/** Closes a listing for a while, opens it again, or takes the last of those back. */
export function useSluiten(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (stap: Stap) => {
      const params = { path: { id } }
      if (stap.doe === 'sluit') {
        const { tot, reden } = stap
        return dataOf(api.POST('/aanbod/{id}/sluitingen', { params, body: { tot, reden } }))
      }
      return dataOf(
        stap.doe === 'open'
          ? api.POST('/aanbod/{id}/openingen', { params })
          : api.POST('/aanbod/{id}/sluitingen/intrekkingen', { params }),
      )
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] }),
    networkMode: 'always',
  })
}
