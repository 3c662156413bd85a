import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { EigenAanbod } from '@/lib/api/types'
import { eigenAanbodKey } from '../aanbod/eigenAanbod'

/** It has stopped, and then the way on could not be kept. */
export class HalfStopped extends Error {}

/** Stops a listing that is on the map, and says where people can go now; null is nowhere. */
export function useStoppen({ id, versie, status }: EigenAanbod) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (naar: string | null) => {
      const path = { id }
      const isLive = status === 'gepubliceerd'
      if (isLive) {
        const params = { path, header: { 'if-match': `"${versie}"` } }
        await dataOf(api.POST('/aanbod/{id}/stappen', { params, body: { handeling: 'stoppen' } }))
        if (naar === null) return
      }
      const body = { verwijstNaar: naar }
      try {
        await dataOf(api.POST('/aanbod/{id}/opvolgers', { params: { path }, body }))
      } catch (error) {
        throw isLive ? new HalfStopped('', { cause: error }) : error
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] }),
    networkMode: 'always',
  })
}
