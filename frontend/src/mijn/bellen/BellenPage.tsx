import { useInfiniteQuery } from '@tanstack/react-query'
import { Mail, Phone } from 'lucide-react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnBellen.json'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { Belverzoek } from '@/lib/api/types'
import { More } from '../More'
import { RedactieNav } from '../redactie/RedactieNav'
import { BelAanbod } from './BelAanbod'
import { belverzoekenQuery } from './bellen'
import '../page.css'
import './bellen.css'

alsoSay(texts)

/** For the redactie: whom to call because mail did not help, and what they say. */
export function BellenPage() {
  const { t } = useTranslation()
  const found = useInfiniteQuery(belverzoekenQuery)
  const { data, error, isFetching, refetch } = found
  return (
    <div className="sk-container sk-mijn sk-redactie">
      <RedactieNav />
      <PageHeading title={t('bellen.titel')}>{t('bellen.titel')}</PageHeading>
      <Paragraph>{t(data?.length === 0 ? 'bellen.niets' : 'bellen.uitleg')}</Paragraph>
      <ul className="sk-bellen">
        {data?.map((verzoek) => (
          <li key={verzoek.id} className="sk-bellen__item">
            <Organisatie verzoek={verzoek} />
          </li>
        ))}
      </ul>
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
      <More query={found}>{t('bellen.meer')}</More>
    </div>
  )
}

function Organisatie({ verzoek }: { verzoek: Belverzoek }) {
  const { t } = useTranslation()
  const { id, naam, telefoon, email, aanbod } = verzoek
  return (
    <article aria-labelledby={`bel-${id}`}>
      <Heading level={2} size="level-3" id={`bel-${id}`}>
        {naam}
      </Heading>
      <p className="sk-bellen__ways">
        {telefoon ? (
          <a href={`tel:${telefoon.replace(/[^\d+]/g, '')}`} className="ams-link">
            <Phone className="sk-icon" />
            {t('bellen.bel', { telefoon })}
          </a>
        ) : (
          t('bellen.geenTelefoon')
        )}
        {email && (
          <a href={`mailto:${email}`} className="ams-link">
            <Mail className="sk-icon" />
            {t('bellen.mail', { email })}
          </a>
        )}
      </p>
      <p>{t('bellen.vraag')}</p>
      <ul className="sk-bellen__list">
        {aanbod.map((each) => (
          <BelAanbod key={each.id} organisatie={id} aanbod={each} />
        ))}
      </ul>
    </article>
  )
}
