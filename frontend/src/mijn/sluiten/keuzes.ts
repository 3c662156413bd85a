import type { Schoolvakantie } from '@/lib/api/types'
import { addDays } from '@/lib/dates/localTime'

/** A way to close that many will mean; `tot` is the last day, null when nobody knows it yet. */
export interface Keuze {
  soort: 'week' | 'tweeWeken' | 'vakantie' | 'onbekend'
  tot: string | null
  vakantie?: string
}

/** Who closes for a holiday does so not much earlier than this many days. */
const AHEAD = 35
/** Longer than this is not for a while; the server holds to it too. */
const LONGEST = 366

/** How long it may be closed from today on, the likely answers first. */
export function keuzes(today: string, vakanties: readonly Schoolvakantie[]): Keuze[] {
  const vakantie = [...vakanties]
    .sort((one, other) => one.van.localeCompare(other.van))
    .find(({ van, tot }) => van <= addDays(today, AHEAD) && tot > today)
  return [
    { soort: 'week', tot: addDays(today, 6) },
    { soort: 'tweeWeken', tot: addDays(today, 13) },
    ...(vakantie
      ? [
          {
            soort: 'vakantie' as const,
            tot: vakantie.tot,
            vakantie: vakantie.naam.toLocaleLowerCase('nl'),
          },
        ]
      : []),
    { soort: 'onbekend', tot: null },
  ]
}

/** What is wrong with a last day that somebody chose. */
export function dayFault(day: string | null, today: string): 'geenDag' | 'voorbij' | 'ver' | null {
  if (!day) return 'geenDag'
  if (day < today) return 'voorbij'
  return day > addDays(today, LONGEST) ? 'ver' : null
}
