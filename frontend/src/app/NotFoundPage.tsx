import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { NotFound } from '@/components/NotFound'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <NotFound title={t('nietGevonden.titel')} text={t('nietGevonden.uitleg')}>
      <Link to="/" className="ams-link">
        {t('nietGevonden.naarBegin')}
      </Link>
    </NotFound>
  )
}
