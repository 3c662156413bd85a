import { weekendFrom } from '@/lib/dates/coming'
import { addDays, daysBetween } from '@/lib/dates/localTime'
import type { Agendavraag } from './agendavraag'
import type { Zoekvraag } from './zoekvraag'

export interface Periode {
  datumVan: string
  datumTot: string
}

const LONGEST = 30 // days after the first

/** The days that are shown: today, unless the address says otherwise. */
export function periodeOf({ datumVan, datumTot }: Zoekvraag, today: string): Periode {
  const first = datumVan ?? today
  const last = datumTot && datumTot > first ? datumTot : first
  return {
    datumVan: first,
    datumTot: daysBetween(first, last) > LONGEST ? addDays(first, LONGEST) : last,
  }
}

/** The same with something changed, from its first page. `undefined` takes a part away. */
export function changed(
  vraag: Agendavraag,
  change: Partial<Record<keyof Agendavraag, unknown>>,
): Agendavraag {
  const next = { ...vraag, cursor: undefined, ...change }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
}

export const withoutCursor = (vraag: Agendavraag) => changed(vraag, {})

/** The filters alone: what an agenda of one's own follows has no days. */
export const withoutDays = (vraag: Agendavraag) =>
  changed(vraag, { datumVan: undefined, datumTot: undefined })

/** The same filters in another period; today needs no words in the address. */
export function inPeriode(vraag: Agendavraag, periode: Periode, today: string): Agendavraag {
  return isSame(periode, onDay(today)) ? withoutDays(vraag) : changed(vraag, { ...periode })
}

export const onDay = (day: string): Periode => ({ datumVan: day, datumTot: day })

export function weekendOf(today: string): Periode {
  const { from, to } = weekendFrom(today)
  return { datumVan: from, datumTot: to }
}

/** From this day on, the same weekday not included. */
export const sevenDays = (first: string): Periode => ({
  datumVan: first,
  datumTot: addDays(first, 6),
})

export const isSame = (one: Periode, other: Periode) =>
  one.datumVan === other.datumVan && one.datumTot === other.datumTot
