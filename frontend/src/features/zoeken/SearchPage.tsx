import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Band } from '@/components/Band'
import { ActiveFilters } from '@/components/filters/ActiveFilters'
import { FilterDrawer } from '@/components/filters/FilterDrawer'
import { FilterPanel } from '@/components/filters/FilterPanel'
import { PageHeading } from '@/components/PageHeading'
import { useZoeken } from '@/lib/api/zoeken'
import { useMediaQuery } from '@/lib/navigation/useMediaQuery'
import { useLabels } from '@/lib/wording/labels'
import { countFilters, toParameters } from '@/lib/zoekvraag/zoekvraag'
import { HelpNow } from './HelpNow'
import { MapCompanion } from './map/LazyMapCompanion'
import { useMapFolded } from './map/useMapFolded'
import { Meant } from './Meant'
import { usePlek } from '@/lib/plek/plek'
import { ResultList } from './ResultList'
import { SearchBox } from './SearchBox'
import { SortControl } from './SortControl'
import { titleOf } from './titleOf'
import { useRememberQuestion } from './useRememberQuestion'
import { WhenFilter } from './WhenFilter'
import { Wishes } from './Wishes'
import './SearchPage.css'

const route = getRouteApi('/zoeken')

export function SearchPage() {
  const { t } = useTranslation()
  const vraag = route.useSearch()
  const { plek } = usePlek()
  const labelOf = useLabels()
  const results = useZoeken(toParameters(vraag, plek))
  const facetten = useLatest(results.data?.facetten)
  const wide = useMediaQuery('(min-width: 64rem)')
  const roomy = useMediaQuery('(min-width: 75rem)')
  const map = useMapFolded(roomy)
  const [pointed, setPointed] = useState<string | null>(null)
  const backTo = useLocation({ select: ({ searchStr }) => searchStr })
  const heading = usePageTurnFocus(vraag.page ?? 1)
  const title = titleOf(vraag, labelOf, t)
  useRememberQuestion(vraag.q, results)

  const when = <WhenFilter vraag={vraag} facetten={facetten} />

  const mapCompanion = (
    <MapCompanion
      map={map}
      resultaten={results.data?.resultaten ?? []}
      wijken={vraag.wijk ?? []}
      pointed={pointed}
      onPoint={setPointed}
    />
  )
  return (
    <>
      <Band className="sk-zoeken-band">
        <SearchBox />
      </Band>
      <HelpNow noodhulp={results.data?.noodhulp ?? []} />
      <div className="sk-container sk-zoeken" data-map={map.state}>
        <div className="sk-zoeken__top" ref={heading}>
          <PageHeading title={title} className="sk-zoeken__title">
            {title}
          </PageHeading>
          <Count results={results} />
        </div>
        {wide !== false && (
          <aside className="sk-zoeken__filters" id="filters" aria-label={t('filters.titel')}>
            <FilterPanel vraag={vraag} facetten={facetten} when={when} />
          </aside>
        )}
        <div className="sk-zoeken__list">
          <div className="sk-zoeken__tools">
            {!wide && (
              <div className="sk-zoeken__narrow">
                <FilterDrawer count={countFilters(vraag)} totaal={results.data?.totaal}>
                  <SortControl vraag={vraag} />
                  <FilterPanel vraag={vraag} facetten={facetten} when={when} titled={false} />
                </FilterDrawer>
              </div>
            )}
            {wide !== false && (
              <div className="sk-zoeken__wide">
                <SortControl vraag={vraag} />
              </div>
            )}
            {map.toggle}
          </div>
          {/* What is corrected in the previous question says nothing about this one. */}
          {!results.isPlaceholderData && (
            <Meant vraag={vraag} corrected={results.data?.bedoeldeJe} />
          )}
          <Wishes vraag={vraag} answer={results.data} labelOf={labelOf} />
          <ActiveFilters vraag={vraag} labelOf={labelOf} />
          {roomy === false && mapCompanion}
          <ResultList
            results={results}
            vraag={vraag}
            labelOf={labelOf}
            backTo={`/zoeken${backTo}`}
            pointed={pointed}
            onPoint={setPointed}
          />
        </div>
        {roomy !== false && mapCompanion}
      </div>
    </>
  )
}

/** Told politely when it changes, so that somebody who cannot see the list knows how long it is. */
function Count({ results }: { results: ReturnType<typeof useZoeken> }) {
  const { t } = useTranslation()
  const totaal = results.data?.totaal
  return (
    <p role="status" className="sk-zoeken__count">
      {results.isError && !results.data
        ? ''
        : totaal === undefined
          ? t('zoeken.bezig')
          : t('zoeken.gevonden', { count: totaal })}
    </p>
  )
}

/** The filters stay when an answer fails to come: they are the way to another question. */
function useLatest<T>(value: T | undefined): T | undefined {
  const [latest, setLatest] = useState(value)
  if (value !== undefined && value !== latest) setLatest(value)
  return value ?? latest
}

/** Turning a page is a move too: the focus goes to the heading above the new results. */
function usePageTurnFocus(page: number) {
  const top = useRef<HTMLDivElement>(null)
  const previous = useRef(page)
  useEffect(() => {
    if (previous.current === page) return
    previous.current = page
    top.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [page])
  return top
}
