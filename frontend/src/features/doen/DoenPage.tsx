import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/doen.json'
import { Heading } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { useZoeken } from '@/lib/api/zoeken'
import { useNow } from '@/lib/dates/now'
import { announce } from '@/lib/navigation/announce'
import { useLabels } from '@/lib/wording/labels'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import { Choices } from './Choices'
import { HelpCard } from './HelpCard'
import { parametersOf, parseKeuze, vraagOf, type Keuze } from './keuze'
import './DoenPage.css'

alsoSay(texts)

const route = getRouteApi('/ik-wil-iets-doen')

/** For who would rather do something than get something: how much time, what, where. */
export function DoenPage() {
  const { t } = useTranslation()
  const keuze = route.useSearch()
  const results = useZoeken(parametersOf(keuze))
  return (
    <div className="sk-container sk-doen">
      <header className="sk-doen__head">
        <PageHeading title={t('doen.titel')}>{t('doen.titel')}</PageHeading>
        <p className="sk-doen__lead">{t('doen.inleiding')}</p>
      </header>
      <div className="sk-doen__columns">
        <Choices keuze={keuze} themas={results.data?.facetten.thema} />
        <Found keuze={keuze} results={results} />
      </div>
    </div>
  )
}

interface FoundProps {
  keuze: Keuze
  results: ReturnType<typeof useZoeken>
}

function Found({ keuze, results }: FoundProps) {
  const { t } = useTranslation()
  const labelOf = useLabels()
  const now = useNow()
  const { data, error, isFetching, isPlaceholderData, refetch } = results
  useTellCount(keuze, isPlaceholderData ? undefined : data?.totaal)
  if (!data) {
    return error ? (
      <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <ResultSkeleton count={4} />
    )
  }
  const backTo = `/ik-wil-iets-doen${formatQueryString({ ...keuze })}`
  return (
    <section aria-labelledby="gevonden" className="sk-doen__found" aria-busy={isPlaceholderData}>
      <Heading level={2} id="gevonden" size="level-3">
        {t('doen.gevonden', { count: data.totaal })}
      </Heading>
      {data.totaal === 0 && (
        <>
          <p>{t('doen.niets')}</p>
          <p>
            <Link to="/ik-wil-iets-doen" search={{}} className="ams-button ams-button--primary">
              {t('doen.alles')}
            </Link>
          </p>
        </>
      )}
      <ul className="sk-doen__list">
        {data.resultaten.map((resultaat) => (
          <li key={resultaat.id}>
            <HelpCard aanbod={resultaat} now={now} labelOf={labelOf} backTo={backTo} />
          </li>
        ))}
      </ul>
      {data.totaal > data.resultaten.length && (
        <p>
          <Link to="/zoeken" search={vraagOf(keuze)} className="ams-link">
            {t('doen.meer', { count: data.totaal })}
          </Link>
        </p>
      )}
      {keuze.tijd && data.totaal > 0 && (
        <p>
          {t('doen.tijdOnbekend')}{' '}
          <Link
            to="/ik-wil-iets-doen"
            search={parseKeuze({ ...keuze, tijd: undefined })}
            className="ams-link"
          >
            {t('doen.elkeTijd')}
          </Link>
        </p>
      )}
    </section>
  )
}

/** After a choice, how many there are; not when the page opens, which tells by itself. */
function useTellCount(keuze: Keuze, count: number | undefined) {
  const { t } = useTranslation()
  const asked = formatQueryString({ ...keuze })
  const told = useRef(asked)
  useEffect(() => {
    if (count === undefined || told.current === asked) return
    told.current = asked
    announce(t('doen.gevonden', { count }))
  }, [asked, count, t])
}
