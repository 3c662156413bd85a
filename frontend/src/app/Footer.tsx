import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { useIsDemo } from '@/lib/api/isDemo'
import { config } from '@/lib/config'

export function Footer() {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  return (
    <footer className="sk-footer">
      <div className="sk-container">
        <div>
          {isDemo && (
            <p>
              <strong>{t('demo.voorbeeld')}</strong> {t('demo.verzonnen')}
            </p>
          )}
          <p>
            <Link to="/over" className="ams-link">
              {t('voet.over', { gemeente: config.gemeente })}
            </Link>
          </p>
          <p>
            <Link to="/toegankelijkheid" className="ams-link">
              {t('voet.toegankelijk')}
            </Link>
          </p>
        </div>
        <div className="sk-muted">
          <p>{t('voet.grenzen')}</p>
          <p>{t('voet.privacy')}</p>
        </div>
      </div>
    </footer>
  )
}
