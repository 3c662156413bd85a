import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/agenda.json'
import { ActiveFilters } from '@/components/filters/ActiveFilters'
import { FilterDrawer } from '@/components/filters/FilterDrawer'
import { FilterPanel } from '@/components/filters/FilterPanel'
import { FilteredPage } from '@/components/filters/useChangeVraag'
import { PageHeading } from '@/components/PageHeading'
import { useAgenda, useTellingen } from '@/lib/api/agenda'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { useMediaQuery } from '@/lib/navigation/useMediaQuery'
import { useLabels } from '@/lib/wording/labels'
import { changed, periodeOf, withoutCursor, withoutDays } from '@/lib/zoekvraag/periode'
import { countFilters } from '@/lib/zoekvraag/zoekvraag'
import { AgendaList } from './AgendaList'
import { FreeTime } from './FreeTime'
import { PartOfDay } from './PartOfDay'
import { PeriodChoice } from './PeriodChoice'
import { Subscribe } from './Subscribe'
import { titleOf } from './title'
import { WeekStrip } from './WeekStrip'
import './AgendaPage.css'

alsoSay(texts)

const route = getRouteApi('/agenda')

/** What is on when: a day or a few days, narrowed by the filters of the search. */
export function AgendaPage() {
  const { t, language } = useTranslation()
  const vraag = route.useSearch()
  const now = useNow()
  const labelOf = useLabels()
  const today = localTime(now).day
  const agenda = useAgenda(vraag, today)
  const tellingen = useTellingen(vraag, periodeOf(vraag, today)).data
  const wide = useMediaQuery('(min-width: 64rem)')
  const top = usePageTurnFocus(vraag.cursor)
  const asked = withoutCursor(vraag)
  const { datumVan, datumTot, avondOfWeekend } = vraag
  const filters = changed(withoutDays(vraag), { avondOfWeekend: undefined })
  const title = titleOf(vraag, today, now, t, language)
  const when = <PartOfDay vraag={asked} facetten={tellingen?.facetten} />
  const panel = { vraag: asked, facetten: tellingen?.facetten, when }
  return (
    <FilteredPage value="/agenda">
      <div className="sk-container sk-agenda">
        <div className="sk-agenda__top" ref={top}>
          <PageHeading title={title}>{title}</PageHeading>
          <p role="status" className="sk-muted sk-agenda__count">
            {tellingen ? t('agenda.aantal', { count: tellingen.totaal }) : ''}
          </p>
        </div>
        <div className="sk-agenda__when">
          <PeriodChoice vraag={asked} today={today} />
          <WeekStrip vraag={asked} today={today} now={now} />
          <FreeTime vraag={asked} count={tellingen?.avondOfWeekend} />
        </div>
        {wide !== false && (
          <aside className="sk-agenda__filters" id="filters" aria-label={t('filters.titel')}>
            <FilterPanel {...panel} />
          </aside>
        )}
        <div className="sk-agenda__list">
          {!wide && (
            <div className="sk-agenda__narrow">
              <FilterDrawer count={countFilters(filters)} totaal={tellingen?.totaal}>
                <FilterPanel {...panel} titled={false} />
              </FilterDrawer>
            </div>
          )}
          <ActiveFilters
            vraag={filters}
            kept={changed({}, { datumVan, datumTot, avondOfWeekend })}
            labelOf={labelOf}
          />
          <AgendaList vraag={vraag} today={today} now={now} agenda={agenda} labelOf={labelOf} />
          <Subscribe vraag={asked} />
        </div>
      </div>
    </FilteredPage>
  )
}

/** Turning a page is a move too: the focus goes to the heading above the new times. */
function usePageTurnFocus(cursor: string | undefined) {
  const top = useRef<HTMLDivElement>(null)
  const previous = useRef(cursor)
  useEffect(() => {
    if (previous.current === cursor) return
    const turned = previous.current ?? cursor
    previous.current = cursor
    if (turned) top.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [cursor])
  return top
}
