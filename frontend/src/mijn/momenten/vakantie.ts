import type { MomentInvoer, Schoolvakantie } from '@/lib/api/types'
import { addDays, daysBetween } from '@/lib/dates/localTime'
import { dagOf, lastDay, ritmeOf, type Rang, type Ritme } from './ritme'

/** Whether a moment leaves out the school holidays that are known: all of them, some, or none. */
export type VakantieStand = 'alle' | 'deels' | 'geen' | 'raakt-niet'

/** Most days off that a moment can have. */
export const MOST_DAYS_OFF = 400

export function vakantieStand(
  moment: MomentInvoer,
  vakanties: readonly Schoolvakantie[],
  today: string,
): VakantieStand {
  const days = daysHit(moment, vakanties, today)
  const off = days.filter((day) => moment.behalve.includes(day))
  if (days.length === 0) return 'raakt-niet'
  if (off.length === days.length) return 'alle'
  return off.length > 0 ? 'deels' : 'geen'
}

/** The moment without the coming school holidays. */
export function leaveOutVakanties(
  moment: MomentInvoer,
  vakanties: readonly Schoolvakantie[],
  today: string,
): MomentInvoer {
  return withDaysOff(moment, [...moment.behalve, ...daysHit(moment, vakanties, today)])
}

/** The moment that goes on in the school holidays; days off outside them stay. */
export function keepVakanties(
  moment: MomentInvoer,
  vakanties: readonly Schoolvakantie[],
  today: string,
): MomentInvoer {
  const coming = new Set(vakanties.flatMap((vakantie) => daysOf(vakantie, today)))
  return withDaysOff(
    moment,
    moment.behalve.filter((day) => !coming.has(day)),
  )
}

export function withDaysOff(moment: MomentInvoer, days: readonly string[]): MomentInvoer {
  return { ...moment, behalve: [...new Set(days)].sort() }
}

/** A change that may move the moment to other days: it stays out of the holidays if it was. */
export function changeDays(
  moment: MomentInvoer,
  changed: MomentInvoer,
  vakanties: readonly Schoolvakantie[],
  today: string,
): MomentInvoer {
  if (vakantieStand(moment, vakanties, today) !== 'alle') return changed
  return leaveOutVakanties(keepVakanties(changed, vakanties, today), vakanties, today)
}

/** The coming days of school holidays on which the moment can be. */
export function daysHit(
  moment: MomentInvoer,
  vakanties: readonly Schoolvakantie[],
  today: string,
): string[] {
  const ritme = ritmeOf(moment)
  const { begin } = moment
  if (ritme.soort === 'datum' && !begin) return []
  const last = lastDay(moment) ?? (ritme.soort === 'datum' ? begin : null)
  return vakanties
    .flatMap((vakantie) => daysOf(vakantie, today))
    .filter((day) => (!begin || day >= begin) && (!last || day <= last) && canBeOn(ritme, day))
}

function daysOf({ van, tot }: Schoolvakantie, today: string): string[] {
  const first = van < today ? today : van
  if (tot < first) return []
  return Array.from({ length: daysBetween(first, tot) + 1 }, (_, later) => addDays(first, later))
}

function canBeOn(ritme: Ritme, day: string): boolean {
  if (ritme.soort === 'datum' || ritme.soort === 'anders') return true
  if (!ritme.dagen.includes(dagOf(day))) return false
  return ritme.soort !== 'maand' || ritme.rangen.some((rang) => hasRang(day, rang))
}

function hasRang(day: string, rang: Rang): boolean {
  const date = Number(day.slice(8))
  if (rang === -1) return addDays(day, 7).slice(5, 7) !== day.slice(5, 7)
  return Math.ceil(date / 7) === rang
}
