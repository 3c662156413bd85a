import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/bewaard.json'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { useOffline } from '@/lib/offline/offline'
import { Notice } from '@/components/Notice'

alsoSay(texts)

/** A clear word that there is no connection, or that what is shown is not of today. */
export function OfflineNotice() {
  const { t, language } = useTranslation()
  const { away, keptAt } = useOffline()
  return (
    <div role="status" className="sk-container sk-offline">
      {(away || keptAt) && (
        <Notice kind="attention">
          {away && <p>{t('bewaard.geenInternet')}</p>}
          {keptAt && (
            <p>
              {t('bewaard.vanEerder', {
                dag: formatDay(localTime(new Date(keptAt)).day, language, A_DAY),
              })}
            </p>
          )}
        </Notice>
      )}
    </div>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
