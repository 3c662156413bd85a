import type { MomentInvoer } from '@/lib/api/types'
import { weekday } from '@/lib/dates/localTime'

/** As RFC 5545 writes them, in the order of a week. */
export const DAGEN = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Dag = (typeof DAGEN)[number]

/** The first to the fourth of a month, and the last: those that every month has. */
export const RANGEN = [1, 2, 3, 4, -1] as const
export type Rang = (typeof RANGEN)[number]

/** How often something is, as far as it can be clicked together; `anders` is whatever else. */
export type Ritme =
  | { soort: 'week' | 'tweeWeken'; dagen: Dag[] }
  | { soort: 'maand'; rangen: Rang[]; dagen: Dag[] }
  | { soort: 'datum' }
  | { soort: 'anders' }

export type Soort = Ritme['soort']

const ANDERS: Ritme = { soort: 'anders' }

/** The clicks that a moment comes from. */
export function ritmeOf(moment: MomentInvoer): Ritme {
  if (!moment.rrule) return { soort: 'datum' }
  const parts = partsOf(moment.rrule)
  if (!parts || (parts.has('UNTIL') && !lastDayIn(moment))) return ANDERS
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return hasOnly(parts, 'BYDAY') ? daily(parts) : ANDERS
    case 'WEEKLY':
      return hasOnly(parts, 'BYDAY', 'INTERVAL') ? weekly(parts, moment.begin) : ANDERS
    case 'MONTHLY':
      return hasOnly(parts, 'BYDAY', 'BYSETPOS') ? monthly(parts) : ANDERS
    default:
      return ANDERS
  }
}

/** The moment with another rhythm; what else it says stays. */
export function withRitme(moment: MomentInvoer, ritme: Ritme): MomentInvoer {
  if (ritme.soort === 'anders') return moment
  // A last day inside the rule would go with the rule.
  return { ...moment, eind: lastDay(moment), rrule: ruleOf(ritme) }
}

function ruleOf(ritme: Exclude<Ritme, { soort: 'anders' }>): string | null {
  switch (ritme.soort) {
    case 'datum':
      return null
    case 'week':
      return withDays('FREQ=WEEKLY', ritme.dagen)
    case 'tweeWeken':
      return withDays('FREQ=WEEKLY;INTERVAL=2', ritme.dagen)
    case 'maand': {
      const dagen = inWeekOrder(ritme.dagen)
      const rangen = RANGEN.filter((rang) => ritme.rangen.includes(rang))
      const days = rangen.flatMap((rang) => dagen.map((dag) => `${rang}${dag}`))
      return `FREQ=MONTHLY;BYDAY=${days.join(',')}`
    }
  }
}

function withDays(rule: string, dagen: readonly Dag[]): string {
  return dagen.length === 0 ? rule : `${rule};BYDAY=${inWeekOrder(dagen).join(',')}`
}

export function inWeekOrder(dagen: readonly Dag[]): Dag[] {
  return DAGEN.filter((dag) => dagen.includes(dag))
}

export const dagOf = (day: string): Dag => DAGEN[(weekday(day) + 6) % 7] ?? 'MO'

/** The last day that a moment says, in its own field or in its rule; null when it goes on. */
export function lastDay(moment: MomentInvoer): string | null {
  return moment.eind ?? lastDayIn(moment)
}

/** The moment with another last day, or without one. */
export function withLastDay(moment: MomentInvoer, eind: string | null): MomentInvoer {
  const rrule = lastDayIn(moment) ? withoutUntil(moment.rrule) : moment.rrule
  return { ...moment, rrule: rrule ?? null, eind }
}

/** The day of UNTIL, when that is a plain day and nothing beside it says another. */
function lastDayIn({ rrule, eind }: MomentInvoer): string | null {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(partsOf(rrule ?? '')?.get('UNTIL') ?? '')
  return day && !eind ? day.slice(1).join('-') : null
}

const withoutUntil = (rrule: string | null | undefined) =>
  rrule
    ?.split(';')
    .filter((part) => !/^\s*UNTIL=/i.test(part))
    .join(';')

/** The parts of a rule by name, as the server reads them; null when one stands there twice. */
function partsOf(rrule: string): Map<string, string> | null {
  const tidy = rrule
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;+$/, '')
  const pairs = tidy.split(';').map((part): [string, string] => {
    const [name = '', value = ''] = part.split('=', 2)
    return [name, value]
  })
  const parts = new Map(pairs)
  return parts.size === pairs.length ? parts : null
}

/** Whether a rule has no parts but these, and those that change nothing here. */
function hasOnly(parts: Map<string, string>, ...names: string[]): boolean {
  const known = ['FREQ', 'UNTIL', ...names]
  const silent = ([name, value]: [string, string]) =>
    (name === 'INTERVAL' && value === '1') || (name === 'WKST' && value === 'MO')
  return [...parts].every((part) => known.includes(part[0]) || silent(part))
}

function daily(parts: Map<string, string>): Ritme {
  const dagen = parts.has('BYDAY') ? daysIn(parts) : [...DAGEN]
  return dagen ? { soort: 'week', dagen } : ANDERS
}

function weekly(parts: Map<string, string>, begin: string | null | undefined): Ritme {
  const interval = parts.get('INTERVAL') ?? '1'
  const named = parts.has('BYDAY') ? daysIn(parts) : begin ? [dagOf(begin)] : []
  if (!named || !['1', '2'].includes(interval)) return ANDERS
  return { soort: interval === '1' ? 'week' : 'tweeWeken', dagen: named }
}

function daysIn(parts: Map<string, string>): Dag[] | null {
  const named = parts.get('BYDAY')?.split(',') ?? []
  return named.every(isDag) ? inWeekOrder(named) : null
}

const isDag = (text: string): text is Dag => (DAGEN as readonly string[]).includes(text)

/** Some ranks of some days, each with each: "the first and third Tuesday". */
function monthly(parts: Map<string, string>): Ritme {
  const position = parts.get('BYSETPOS')
  const named = parts.get('BYDAY')?.split(',') ?? []
  // With more than one day a position counts them together, which is something else.
  if (position && named.length > 1) return ANDERS
  const pairs = (position ?? '').split(',').flatMap((rank) => named.map((day) => rank + day))
  const found = pairs.map((pair) => /^\+?(-?\d+)([A-Z]{2})$/.exec(pair))
  const rangen = RANGEN.filter((rang) => found.some((pair) => Number(pair?.[1]) === rang))
  const dagen = DAGEN.filter((dag) => found.some((pair) => pair?.[2] === dag))
  const unique = new Set(found.map((pair) => pair && `${Number(pair[1])}${pair[2] ?? ''}`))
  const whole = rangen.flatMap((rang) => dagen.map((dag) => `${rang}${dag}`))
  const same = unique.size === whole.length && whole.every((pair) => unique.has(pair))
  return whole.length > 0 && same ? { soort: 'maand', rangen, dagen } : ANDERS
}
