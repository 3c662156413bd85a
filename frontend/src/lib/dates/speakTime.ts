import type { Translate } from '@/i18n'
import { daysBetween, formatDay, localTime, type LocalTime } from './localTime'

export type Dagdeel = 'ochtend' | 'middag' | 'avond' | 'nacht'

export function dagdeelOf(hour: number): Dagdeel {
  if (hour < 6) return 'nacht'
  if (hour < 12) return 'ochtend'
  if (hour < 18) return 'middag'
  return hour < 23 ? 'avond' : 'nacht'
}

/** "half acht", "kwart over tien", "19.40 uur"; a language may say all of them in figures. */
export function speakClock(
  { hour, minute }: Pick<LocalTime, 'hour' | 'minute'>,
  t: Translate,
): string {
  const name = (value: number) => t(`tijd.uren.${String(((value + 11) % 12) + 1) as UurNummer}`)
  const klok = digits({ hour, minute }, t)
  const words = { uur: name(hour), volgendUur: name(hour + 1), klok }
  switch (minute) {
    case 0:
      return t('tijd.heel', words)
    case 15:
      return t('tijd.kwartOver', words)
    case 30:
      return t('tijd.half', words)
    case 45:
      return t('tijd.kwartVoor', words)
    default:
      return t('tijd.cijfers', { klok })
  }
}

type UurNummer = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12'

/** "19.30" in Dutch, "19:30" in English. */
export function digits({ hour, minute }: Pick<LocalTime, 'hour' | 'minute'>, t: Translate): string {
  return t('tijd.klok', { uur: hour, minuten: String(minute).padStart(2, '0') })
}

/** One time that something takes place: always a day, and the hours when they are known. */
export interface Keer {
  dag: string
  van?: string | null
  tot?: string | null
}

/**
 * When something starts, as somebody would say it: "vanavond om half acht", "dinsdagmiddag om
 * twee uur", and from a week ahead only "dinsdag 8 december".
 */
export function speakStart(
  { dag: day, van }: Keer,
  now: Date,
  t: Translate,
  language: string,
): string {
  const distance = daysBetween(localTime(now).day, day)
  const near = distance >= 0 && distance < 7
  const weekday = formatDay(day, language, near ? WEEKDAY : LONG_DAY)
  if (!van) {
    if (distance === 0) return t('tijd.vandaagKort')
    return distance === 1 ? t('tijd.morgenKort') : weekday
  }
  const clock = localTime(new Date(van))
  const dagdeel = dagdeelOf(clock.hour)
  const om = (wanneer: string) => t('tijd.om', { wanneer, tijd: speakClock(clock, t) })
  if (distance === 0) return om(t(`tijd.vandaag.${dagdeel}`))
  if (distance === 1) return om(t(`tijd.morgen.${dagdeel}`))
  // Further ahead people look at a calendar: the day, and the hours in figures (exactPeriod).
  return near ? om(t(`tijd.weekdag.${dagdeel}`, { dag: weekday })) : weekday
}

/** The same, short enough for a list: "vanavond 19.30", "dinsdag 19.30", "di 8 december 19.30". */
export function shortStart(
  { dag: day, van }: Keer,
  now: Date,
  t: Translate,
  language: string,
): string {
  const distance = daysBetween(localTime(now).day, day)
  const clock = van ? localTime(new Date(van)) : null
  const wanneer = shortDay(day, distance, clock, t, language)
  return clock ? t('tijd.kort', { wanneer, klok: digits(clock, t) }) : wanneer
}

function shortDay(
  day: string,
  distance: number,
  clock: LocalTime | null,
  t: Translate,
  language: string,
): string {
  if (distance === 0)
    return clock ? t(`tijd.vandaag.${dagdeelOf(clock.hour)}`) : t('tijd.vandaagKort')
  if (distance === 1) return t('tijd.morgenKort')
  return formatDay(day, language, distance > 1 && distance < 7 ? WEEKDAY : SHORT_DAY)
}

const WEEKDAY = { weekday: 'long' } as const
const LONG_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'long' } as const

/** The exact words beside the spoken ones: what those did not say of day and hours. */
export function exactPeriod(
  { dag: day, van, tot }: Keer,
  now: Date,
  t: Translate,
  language: string,
): string {
  const distance = daysBetween(localTime(now).day, day)
  const dag = distance < 7 ? formatDay(day, language, SHORT_DAY) : ''
  return [dag, van ? hours(van, tot, t) : ''].filter(Boolean).join(t('site.komma'))
}

function hours(van: string, tot: string | null | undefined, t: Translate): string {
  const from = digits(localTime(new Date(van)), t)
  return tot
    ? t('tijd.vanTot', { van: from, tot: digits(localTime(new Date(tot)), t) })
    : t('tijd.vanaf', { van: from })
}

/** "11 oktober", with the year when that is not this one. */
export function speakDay(day: string, now: Date, language: string): string {
  const sameYear = day.slice(0, 4) === localTime(now).day.slice(0, 4)
  return formatDay(day, language, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
