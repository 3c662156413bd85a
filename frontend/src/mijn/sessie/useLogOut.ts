import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { api, dataOf } from '@/lib/api/client'
import { announce } from '@/lib/navigation/announce'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { withoutData } from '../withoutData'
import { sessieQuery, setSessie } from './sessie'

export function useLogOut() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => dataOf(withoutData(api.DELETE('/sessies/huidige'))),
    onSuccess: () => {
      const dienst = queryClient.getQueryData(sessieQuery.queryKey)?.inlogdienst
      requestHeadingFocus()
      announce(t('mijn.uitgelogd'))
      setSessie(queryClient, null)
      // Else who comes after them on this computer is let in by their provider without a question.
      if (dienst) window.location.assign(`/inloggen/${dienst}/uit`)
    },
    networkMode: 'always',
  })
}
