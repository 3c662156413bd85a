import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { Link } from './Link'
import './page.css'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('nietGevonden.titel')}>{t('nietGevonden.titel')}</PageHeading>
      <Paragraph>{t('mijn.nietGevonden')}</Paragraph>
      <p>
        <Link to="/mijn" className="ams-button ams-button--primary">
          {t('nietGevonden.naarBegin')}
        </Link>
      </p>
    </div>
  )
}
