import { CalendarSync } from 'lucide-react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/kalender.json'
import { LeftToRight } from '@/components/Dutch'
import { useHydrated } from '@/lib/navigation/useHydrated'
import './kalender.css'

alsoSay(texts)

interface Props {
  /** Of the calendar, from the root of the site. */
  path: string
}

/**
 * Has an agenda follow a calendar of ours. Telephones and computers know webcal:; an agenda on the
 * web wants the address itself.
 */
export function SubscribeLink({ path }: Props) {
  const { t } = useTranslation()
  const address = useHydrated() ? new URL(path, window.location.origin).href : null
  return (
    <div className="sk-kalender">
      <a
        href={address?.replace(/^https?:/, 'webcal:') ?? path}
        className="ams-button ams-button--secondary"
      >
        <CalendarSync className="sk-icon" />
        {t('kalender.abonneer')}
      </a>
      <details className="sk-kalender__by-hand">
        <summary>{t('kalender.zelf')}</summary>
        <p>{t('kalender.zelfUitleg')}</p>
        <p className="sk-kalender__address">
          <LeftToRight>
            <a href={path} className="ams-link">
              {address ?? path}
            </a>
          </LeftToRight>
        </p>
      </details>
    </div>
  )
}
