import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnMail.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { useVoorkeuren } from './mail'
import { Soort } from './Soort'
import '../page.css'
import './mail.css'

alsoSay(texts)

/** Which mail somebody gets, for who is logged in. */
export function MailPage() {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useVoorkeuren('')
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mail.titel')}>{t('mail.titel')}</PageHeading>
      {data && <Paragraph>{t('mail.adres', { adres: data.adres })}</Paragraph>}
      {data?.soorten.map((each) => (
        <Soort key={each.soort} voorkeur={each} sleutel="" />
      ))}
      {data && <Paragraph>{t('mail.altijd')}</Paragraph>}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
    </div>
  )
}
