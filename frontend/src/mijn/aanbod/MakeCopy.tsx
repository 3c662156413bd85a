import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { api, dataOf } from '@/lib/api/client'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { useGo } from '../useGo'
import { eigenAanbodKey } from './eigenAanbod'

/** A new listing that begins as this one: one press, and somebody writes on in the copy. */
export function MakeCopy({ id }: { id: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const queryClient = useQueryClient()
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => dataOf(api.POST('/aanbod/{id}/kopieen', { params: { path: { id } } })),
    onSuccess: (copy) => {
      void queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] })
      requestHeadingFocus()
      go({ to: '/mijn/aanbod/$id', params: { id: copy.id } })
    },
    networkMode: 'always',
  })
  return (
    <>
      <Button
        variant="tertiary"
        aria-disabled={isPending}
        aria-describedby={`aanbod-${id}`}
        onClick={() => {
          if (!isPending) mutate()
        }}
      >
        <Copy className="sk-icon" />
        {t('mijn.aanbod.kopieer')}
      </Button>
      <div role="alert">
        {isError && (
          <Notice kind="wrong">
            <p>{t('mijn.aanbod.kopieMislukt')}</p>
          </Notice>
        )}
      </div>
    </>
  )
}
