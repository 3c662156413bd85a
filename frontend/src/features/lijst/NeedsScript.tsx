import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'

export function NeedsScript() {
  const { t } = useTranslation()
  return (
    <noscript>
      <Notice>
        <p>{t('lijst.zonderScript')}</p>
      </Notice>
    </noscript>
  )
}
