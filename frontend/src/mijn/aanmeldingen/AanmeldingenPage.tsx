import { useRef } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAanmeldingen.json'
import joiningTexts from '@/i18n/nl/mijnAansluiten.json'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { announce } from '@/lib/navigation/announce'
import { Aanmelding } from './Aanmelding'
import { useAanmeldingen } from './aanmeldingen'
import { RedactieNav } from '../redactie/RedactieNav'
import { ZonderEigenaar } from './ZonderEigenaar'
import { Verzoek } from './Verzoek'
import '../page.css'
import '../aansluiten/aansluiten.css'
import './aanmeldingen.css'

// Also the words for why two organisations look the same.
alsoSay(texts, joiningTexts)

/** For the redactie: new organisations to look at, and who wants to join one that nobody answers for. */
export function AanmeldingenPage() {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useAanmeldingen()
  const top = useRef<HTMLDivElement>(null)
  const done = (said: string) => {
    announce(said)
    // The buttons that were pressed go away with what was decided about.
    top.current?.focus()
  }
  return (
    <div className="sk-container sk-mijn sk-redactie">
      <RedactieNav />
      <PageHeading title={t('aanmeldingen.titel')}>{t('aanmeldingen.titel')}</PageHeading>
      <Paragraph>{t('aanmeldingen.uitleg')}</Paragraph>
      <div ref={top} tabIndex={-1} className="sk-aanmeldingen">
        {data?.nieuw.length === 0 &&
          data.verzoeken.length === 0 &&
          data.zonderEigenaar.length === 0 && <Paragraph>{t('aanmeldingen.niets')}</Paragraph>}
        {data && data.nieuw.length > 0 && (
          <section>
            <Heading level={2}>{t('aanmeldingen.nieuw')}</Heading>
            <ul className="sk-aanmeldingen__list">
              {data.nieuw.map((aanmelding) => (
                <li key={aanmelding.organisatie.id} className="sk-aanmelding">
                  <Aanmelding aanmelding={aanmelding} onDone={done} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {data && data.verzoeken.length > 0 && (
          <section>
            <Heading level={2}>{t('aanmeldingen.verzoeken')}</Heading>
            <Paragraph>{t('aanmeldingen.verzoekenUitleg')}</Paragraph>
            <ul className="sk-aanmeldingen__list">
              {data.verzoeken.map((verzoek) => (
                <li
                  key={`${verzoek.organisatie.id} ${verzoek.persoon.accountId}`}
                  className="sk-aanmelding"
                >
                  <Verzoek verzoek={verzoek} onDone={done} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {data && data.zonderEigenaar.length > 0 && <ZonderEigenaar lijst={data.zonderEigenaar} />}
      </div>
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={2} />}
    </div>
  )
}
