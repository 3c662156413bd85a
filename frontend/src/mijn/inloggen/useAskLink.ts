import { useMutation } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'

/** Asks for a link to log in by, for an address. */
export const useAskLink = () =>
  useMutation({
    mutationFn: (email: string) => dataOf(api.POST('/inloglinks', { body: { email } })),
    networkMode: 'always',
  })
