import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import type { HalveSessie, Inlogwijze, Sessie } from '@/lib/api/types'
import { LOGGING_IN, setSessie } from '../sessie/sessie'

/**
 * Logs in by a link or by a password; the page that was asked for takes the place of the form. The
 * form sends whose account asks for a code as well to where they give it (`isWhole`).
 */
export function useLogIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: [LOGGING_IN],
    mutationFn: (body: Inlogwijze) => dataOf(api.POST('/sessies', { body })),
    onSuccess: (answer) => {
      requestHeadingFocus()
      if (isWhole(answer)) setSessie(queryClient, answer)
    },
    networkMode: 'always',
  })
}

export const isWhole = (answer: Sessie | HalveSessie): answer is Sessie => 'accountId' in answer
