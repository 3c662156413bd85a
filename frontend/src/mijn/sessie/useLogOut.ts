import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { api, dataOf } from '@/lib/api/client'
import { announce } from '@/lib/navigation/announce'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { withoutData } from '../withoutData'
import { setSessie } from './sessie'

export function useLogOut() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => dataOf(withoutData(api.DELETE('/sessies/huidige'))),
    onSuccess: () => {
      requestHeadingFocus()
      announce(t('mijn.uitgelogd'))
      setSessie(queryClient, null)
    },
    networkMode: 'always',
  })
}
