import type { MomentInvoer } from '@/lib/api/types'
import { addDays, daysBetween, weekday } from '@/lib/dates/localTime'
import { dagOf, DAGEN, type Dag } from './ritme'

/** A week in which something every other week can be: its first day there, and whether it is. */
export interface WeekChoice {
  day: string
  chosen: boolean
}

const monday = (day: string) => addDays(day, -((weekday(day) + 6) % 7))
const NEAR = 13

/**
 * The two weeks to choose from for something every other week: which of them it is says `begin`.
 * None when it begins later than that: then its first day says it.
 */
export function weekChoices(
  { begin }: Pick<MomentInvoer, 'begin'>,
  dagen: readonly Dag[],
  today: string,
): WeekChoice[] {
  if (dagen.length === 0 || (begin && daysBetween(today, begin) > NEAR)) return []
  const first = firstOn(dagen, today)
  const second = firstOn(dagen, addDays(monday(first), 7))
  return [first, second].map((day) => ({
    day,
    chosen: !!begin && (daysBetween(monday(begin), monday(day)) / 7) % 2 === 0,
  }))
}

/** The first day from `from` on that is one of these. */
export function firstOn(dagen: readonly Dag[], from: string): string {
  const days = DAGEN.map((_, later) => addDays(from, later))
  return days.find((day) => dagen.includes(dagOf(day))) ?? from
}

/** Something every other week needs a first day to count from; without one it gets the coming. */
export function withFirstWeek(
  moment: MomentInvoer,
  dagen: readonly Dag[],
  today: string,
): MomentInvoer {
  if (moment.begin || dagen.length === 0) return moment
  return { ...moment, begin: firstOn(dagen, today) }
}
