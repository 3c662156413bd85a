import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { useSessie } from './sessie/sessie'
import './page.css'

/** Where somebody comes in after logging in. */
export function HomePage() {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.titel')}>{t('mijn.dag', { naam: sessie?.naam })}</PageHeading>
      <Paragraph>{t('mijn.welkom')}</Paragraph>
    </div>
  )
}
