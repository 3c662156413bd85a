import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { EigenZekerheid } from '@/lib/api/types'
import { eigenAanbodKey } from '../aanbod/eigenAanbod'

export type Groep = EigenZekerheid['groep']

/** Whether it helps to say that a group still holds; of an address that does not work it does not. */
export const isUnsure = ({ stand, meldingen }: EigenZekerheid) =>
  stand !== 'gecontroleerd' || meldingen > 0

/** Whether somebody had better look at a group. */
export const isWeak = (zekerheid: EigenZekerheid) =>
  isUnsure(zekerheid) || zekerheid.werktNiet.length > 0

/** Says that one group of a listing still holds, or takes that back. */
export function useConfirmGroep(id: string, groep: Groep) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (holds: boolean) => {
      const said = { params: { path: { id } }, body: { groep } }
      return dataOf(
        holds
          ? api.POST('/aanbod/{id}/bevestigingen', said)
          : api.POST('/aanbod/{id}/intrekkingen', said),
      )
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] }),
    networkMode: 'always',
  })
}
