import type { GatInvoer, Wens } from '@/lib/api/types'
import { addDays, daysBetween, weekday } from '@/lib/dates/localTime'
import { findOutline } from '@/lib/wijken/outlines'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { filtersOf } from '../wishes'

export const GAT_FIELDS = ['thema', 'doelgroep', 'wijk', 'dagdeel', 'weekdeel'] as const
export type GatField = (typeof GAT_FIELDS)[number]
/** What is not there, as one code of each kind; empty for what does not matter. */
export type Gat = Record<GatField, string>

export const WEEKDELEN = ['doordeweeks', 'weekend'] as const
type Weekdeel = (typeof WEEKDELEN)[number]

const DAYS_IN_WEEK = 7

/**
 * The question as codes: the chosen filters, and where there are none what was understood of the
 * words. Where several were asked for, none of them is the one that is missing.
 */
export function gatOf(vraag: Zoekvraag, begrepen: readonly Wens[]): Gat {
  const wishes = filtersOf(begrepen)
  const asked = { ...wishes, ...vraag }
  return {
    thema: only(asked.thema),
    doelgroep: only(asked.doelgroep),
    wijk: findOutline(only(asked.wijk))?.slug ?? '',
    dagdeel: only(asked.dagdeel),
    weekdeel: weekdeelOf(vraag) || weekdeelOf(wishes),
  }
}

/** What goes over the line; null when nothing was chosen, which is no report. */
export function reportOf(gat: Gat): GatInvoer | null {
  const chosen = GAT_FIELDS.filter((field) => gat[field] !== '')
  return chosen.length > 0 ? Object.fromEntries(chosen.map((field) => [field, gat[field]])) : null
}

function only(codes: string[] = []): string {
  return codes.length === 1 ? (codes[0] ?? '') : ''
}

function weekdeelOf(asked: Zoekvraag): Weekdeel | '' {
  const inWeekend = asked.dag
    ? asked.dag.map((code) => code === 'za' || code === 'zo')
    : daysOf(asked).map((day) => weekday(day) % 6 === 0) // Sunday is 0, Saturday 6
  if (inWeekend.length === 0) return ''
  if (inWeekend.every(Boolean)) return 'weekend'
  return inWeekend.some(Boolean) ? '' : 'doordeweeks'
}

/** Of a period without an end, or of a week and more, no part of the week is meant. */
function daysOf({ datumVan, datumTot }: Zoekvraag): string[] {
  if (!datumVan || !datumTot) return []
  const length = daysBetween(datumVan, datumTot) + 1
  if (length < 1 || length >= DAYS_IN_WEEK) return []
  return Array.from({ length }, (_, i) => addDays(datumVan, i))
}
