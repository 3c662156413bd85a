import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import type { Inlogwijze } from '@/lib/api/types'
import { LOGGING_IN, setSessie } from '../sessie/sessie'

/** Logs in by a link or by a password; the page that was asked for takes the place of the form. */
export function useLogIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: [LOGGING_IN],
    mutationFn: (body: Inlogwijze) => dataOf(api.POST('/sessies', { body })),
    onSuccess: (sessie) => {
      requestHeadingFocus()
      setSessie(queryClient, sessie)
    },
    networkMode: 'always',
  })
}
