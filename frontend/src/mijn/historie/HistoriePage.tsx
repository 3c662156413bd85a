import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnHistorie.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { Link } from '../Link'
import { More } from '../More'
import { historieQuery, listingQuery } from './historie'
import { Regel } from './Regel'
import '../page.css'
import './historie.css'

alsoSay(texts)

/** What happened to one listing: who, when, what from and to; and the way back. */
export function HistoriePage() {
  const { t } = useTranslation()
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  const { data: listing } = useQuery(listingQuery(id))
  const query = useInfiniteQuery(historieQuery(id))
  const { data: regels, error, isFetching, refetch } = query
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('historie.kop')}>
        {listing ? t('historie.titel', { titel: listing.titel }) : t('historie.kop')}
      </PageHeading>
      <Link to="/mijn" className="ams-link sk-historie__back">
        {t('historie.terug')}
      </Link>
      {regels && <Paragraph>{t(regels.length ? 'historie.uitleg' : 'historie.leeg')}</Paragraph>}
      {regels && listing && (
        <ol className="sk-historie" aria-label={t('historie.lijst')}>
          {regels.map((regel) => (
            <Regel key={regel.id} regel={regel} aanbodId={id} versie={listing.versie} />
          ))}
        </ol>
      )}
      <More query={query}>{t('historie.meer')}</More>
      {!regels && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!regels && !error && <ResultSkeleton count={3} />}
    </div>
  )
}
