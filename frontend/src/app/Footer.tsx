import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { config } from '@/lib/config'

export function Footer() {
  const { t } = useTranslation()
  return (
    <footer className="sk-footer">
      <div className="sk-container">
        <div>
          <p>
            <strong>{t('voet.voorbeeld')}</strong> {t('voet.verzonnen')}
          </p>
          <p>
            <Link to="/over" className="ams-link">
              {t('voet.over', { gemeente: config.gemeente })}
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
