import { CalendarPlus } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { SubscribeLink } from './SubscribeLink'

/** All times of a listing: taken over once, or followed. */
export function AddToCalendar({ id }: { id: string }) {
  const { t } = useTranslation()
  const path = `/api/v1/aanbod/${id}/kalender.ics`
  return (
    <details className="sk-kalender__choice">
      <summary>
        <CalendarPlus className="sk-icon" />
        {t('kalender.zet')}
      </summary>
      <p>
        <a href={path} className="ams-button ams-button--secondary">
          {t('kalender.eenKeer')}
        </a>
      </p>
      <p className="sk-muted">{t('kalender.eenKeerUitleg')}</p>
      <SubscribeLink path={path} />
      <p className="sk-muted">{t('kalender.abonneerUitleg')}</p>
    </details>
  )
}
