import { useLocation } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnMail.json'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isRefusal } from '@/lib/api/queryClient'
import { Link } from '../Link'
import { stopLinkOf, useVoorkeuren } from './mail'
import { Soort } from './Soort'
import '../page.css'
import './mail.css'

alsoSay(texts)

/** Where the end of a mail leads. Opening it stops nothing: programs follow links too. */
export function AfmeldenPage() {
  const { t } = useTranslation()
  const { sleutel, soort } = stopLinkOf(useLocation({ select: ({ hash }) => hash }))
  const { data, error, isFetching, refetch } = useVoorkeuren(sleutel, sleutel !== '')
  if (!sleutel || isRefusal(error)) return <SpentLink />
  const first = data?.soorten.find((each) => each.soort === soort)
  const others = data?.soorten.filter((each) => each !== first) ?? []
  const title = t((first ?? !data) ? 'mail.stopTitel' : 'mail.titel')
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={title}>{title}</PageHeading>
      {data && <Paragraph>{t('mail.adres', { adres: data.adres })}</Paragraph>}
      {first && <Soort voorkeur={first} sleutel={sleutel} first />}
      {first && (
        <Heading level={2} size="level-3">
          {t('mail.andere')}
        </Heading>
      )}
      {others.map((each) => (
        <Soort key={each.soort} voorkeur={each} sleutel={sleutel} />
      ))}
      {data && <Paragraph>{t('mail.altijd')}</Paragraph>}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={1} />}
    </div>
  )
}

/** Cut off by the mail program, not one of ours, or of an address that we know no more. */
function SpentLink() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mail.link.titel')}>{t('mail.link.titel')}</PageHeading>
      <Paragraph>{t('mail.link.waarom')}</Paragraph>
      <Paragraph>{t('mail.link.inloggen')}</Paragraph>
      <p>
        <Link to="/mijn/mail" className="ams-button ams-button--primary">
          {t('mail.link.logIn')}
        </Link>
      </p>
    </div>
  )
}
