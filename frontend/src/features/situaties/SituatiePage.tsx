import { getRouteApi, Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/situaties.json'
import { LoadError } from '@/components/LoadError'
import { NotFound } from '@/components/NotFound'
import { PageHeading } from '@/components/PageHeading'
import { QuestionPart } from '@/components/QuestionPart'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isNotFound } from '@/lib/api/errors'
import { useSituatie } from '@/lib/api/situaties'
import type { Situatie } from '@/lib/api/types'
import { useNow } from '@/lib/dates/now'
import { useLabels } from '@/lib/wording/labels'
import { ArrowLeft } from 'lucide-react'
import '@/components/BackLink.css'
import { ReadSituatie } from './voorlezen/LazyReadSituatie'
import './Situaties.css'

alsoSay(texts)

const route = getRouteApi('/situaties/$slug')

/** One situation: a few words, and what there is for it on each subject. */
export function SituatiePage() {
  const { t } = useTranslation()
  const { slug } = route.useParams()
  const { data, error, isFetching, refetch } = useSituatie(slug)
  if (isNotFound(error)) {
    return (
      <NotFound title={t('situaties.nietGevonden')} text={t('situaties.nietGevondenUitleg')}>
        <Link to="/situaties" className="ams-link">
          {t('situaties.alle')}
        </Link>
      </NotFound>
    )
  }
  return (
    <div className="sk-container">
      {data && <Detail situatie={data} />}
      {!data && error && (
        <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
      )}
      {!data && !error && <ResultSkeleton count={4} />}
    </div>
  )
}

function Detail({ situatie }: { situatie: Situatie }) {
  const { t, code } = useTranslation()
  const labelOf = useLabels()
  const now = useNow()
  const { slug, titel, inleiding, onderdelen } = situatie
  return (
    <article className="sk-situatie">
      <nav className="sk-back" aria-label={t('terug.label')}>
        <Link to="/situaties" className="ams-link">
          <ArrowLeft className="sk-icon" />
          {t('situaties.alle')}
        </Link>
      </nav>
      <header className="sk-situatie__head" lang="nl">
        <PageHeading title={titel}>{titel}</PageHeading>
        <p className="sk-situatie__lead">{inleiding}</p>
        <div className="sk-situatie__tools" lang={code}>
          <ReadSituatie key={slug} situatie={situatie} />
        </div>
      </header>
      {onderdelen.map((part) => (
        <QuestionPart
          key={part.titel}
          part={part}
          now={now}
          labelOf={labelOf}
          backTo={`/situaties/${slug}`}
        />
      ))}
    </article>
  )
}
