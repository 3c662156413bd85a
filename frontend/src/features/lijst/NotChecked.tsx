import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'

/** The server is away: what was kept is there, and may be old. */
export function NotChecked({ onRetry, busy }: { onRetry: () => void; busy: boolean }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="sk-noprint">
      <Notice kind="attention">
        <p>{t('lijst.nietNagekeken')}</p>
        <Button variant="secondary" onClick={onRetry} aria-disabled={busy}>
          {t(busy ? 'fout.bezig' : 'fout.opnieuw')}
        </Button>
      </Notice>
    </div>
  )
}
