import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { addDays, weekday } from '@/lib/dates/localTime'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { periodeOf, withoutCursor, type Periode } from '@/lib/zoekvraag/periode'
import { api, dataOf } from './client'
import type { AgendaParameters, TellingParameters } from './types'

/** As many as somebody looks through before choosing a filter. */
const PAGE_SIZE = 100

const agendaQuery = (query: AgendaParameters) =>
  queryOptions({
    queryKey: ['agenda', query],
    queryFn: ({ signal }) => dataOf(api.GET('/agenda', { params: { query }, signal })),
  })

const tellingenQuery = (query: TellingParameters) =>
  queryOptions({
    queryKey: ['agenda', 'tellingen', query],
    queryFn: ({ signal }) => dataOf(api.GET('/agenda/tellingen', { params: { query }, signal })),
  })

const keren = (vraag: Agendavraag, today: string) =>
  agendaQuery({ ...vraag, ...periodeOf(vraag, today), limit: PAGE_SIZE })

const tellingen = (vraag: Agendavraag, periode: Periode) =>
  tellingenQuery({ ...withoutCursor(vraag), ...periode })

/** Monday to Sunday around the first day that is shown. */
export function weekOf(vraag: Agendavraag, today: string): Periode {
  const { datumVan } = periodeOf(vraag, today)
  const monday = addDays(datumVan, -((weekday(datumVan) + 6) % 7))
  return { datumVan: monday, datumTot: addDays(monday, 6) }
}

/** What the page of the agenda asks: the times, the counts of its filters, and of the week. */
export function agendaQueries(vraag: Agendavraag, today: string) {
  return {
    keren: keren(vraag, today),
    tellingen: tellingen(vraag, periodeOf(vraag, today)),
    week: tellingen(vraag, weekOf(vraag, today)),
  }
}

/** The previous times stay while new ones are on their way. */
export const useAgenda = (vraag: Agendavraag, today: string) =>
  useQuery({ ...keren(vraag, today), placeholderData: keepPreviousData })

export const useTellingen = (vraag: Agendavraag, periode: Periode) =>
  useQuery({ ...tellingen(vraag, periode), placeholderData: keepPreviousData })
