import { Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/situaties.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { useSituaties } from '@/lib/api/situaties'
import './Situaties.css'

alsoSay(texts)

/** Every situation, in the order of the redactie. */
export function SituatiesPage() {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useSituaties()
  return (
    <div className="sk-container sk-situaties">
      <header className="sk-situatie__head">
        <PageHeading title={t('situaties.titel')}>{t('situaties.titel')}</PageHeading>
        <p className="sk-situatie__lead">{t('situaties.inleiding')}</p>
      </header>
      {!data && error && (
        <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
      )}
      {!data && !error && <ResultSkeleton count={4} />}
      {data?.resultaten.length === 0 && <Paragraph>{t('situaties.geen')}</Paragraph>}
      {data && (
        <ul className="sk-situaties__list" lang="nl">
          {data.resultaten.map(({ slug, titel, samenvatting }) => (
            <li key={slug}>
              <Link to="/situaties/$slug" params={{ slug }} className="sk-situaties__title">
                {titel}
              </Link>
              <span>{samenvatting}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
