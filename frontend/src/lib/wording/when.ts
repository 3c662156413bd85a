import type { Translate } from '@/i18n'
import type { AanbodKern, Moment, Sluiting } from '@/lib/api/types'
import { addDays, localTime } from '@/lib/dates/localTime'
import { rhythmOf } from '@/lib/dates/rhythm'
import { capitalised } from './capitalised'
import { exactPeriod, shortStart, speakDay, speakStart, type Keer } from '@/lib/dates/speakTime'

type Timed = Pick<AanbodKern, 'momenten' | 'komende' | 'sluitingen'> & {
  opAfspraak?: boolean | null
}

/** One line about time. `instant` is there when the line starts with a moment. */
export interface When {
  state: 'bekend' | 'dicht' | 'afspraak' | 'later' | 'onbekend'
  text: string
  instant?: string
  rhythm?: string
}

/**
 * When it is, for a list. "By appointment" is not "closed", and neither is "nobody told us":
 * each has its own words.
 */
export function whenOf(aanbod: Timed, now: Date, t: Translate, language: string): When {
  const { momenten, opAfspraak } = aanbod
  const closed = closedNow(aanbod, now)
  if (closed) return { state: 'dicht', text: closedText(closed, now, t, language) }
  const next = comingFrom(aanbod, now)[0]
  if (next) {
    const rhythm = rhythmOf(momenten)
    return {
      state: 'bekend',
      text: shortStart(next, now, t, language),
      instant: next.van ?? next.dag,
      ...(rhythm && { rhythm: t(`ritme.${rhythm.kind}`, { count: rhythm.times }) }),
    }
  }
  if (opAfspraak) return { state: 'afspraak', text: t('wanneer.opAfspraak') }
  if (momenten.length > 0) return { state: 'later', text: laterText(momenten, now, t, language) }
  return { state: 'onbekend', text: t('wanneer.onbekend') }
}

/** Nothing in the coming weeks: when it begins, or else how it usually goes. */
function laterText(momenten: Moment[], now: Date, t: Translate, language: string): string {
  const today = localTime(now).day
  const first = momenten
    .filter(({ begin }) => begin != null && begin > today)
    .sort((a, b) => String(a.begin).localeCompare(String(b.begin)))[0]
  if (first?.begin) {
    const dag = speakDay(first.begin, now, language)
    return t(first.rrule ? 'wanneer.begint' : 'wanneer.op', { dag })
  }
  const usual = momenten.find(({ rrule, eind }) => rrule && (eind == null || eind >= today))
  return usual ? capitalised(usual.tekst) : t('wanneer.voorbij')
}

export function closedNow({ sluitingen }: Pick<Timed, 'sluitingen'>, now: Date): Sluiting | null {
  const today = localTime(now).day
  return sluitingen.find(({ van, tot }) => van <= today && (tot == null || tot >= today)) ?? null
}

const SOON = 28

/** A closed period that begins within four weeks: good to know before planning. */
export function closedSoon({ sluitingen }: Pick<Timed, 'sluitingen'>, now: Date): Sluiting | null {
  const today = localTime(now).day
  return sluitingen.find(({ van }) => van > today && van <= addDays(today, SOON)) ?? null
}

export function closedText(sluiting: Sluiting, now: Date, t: Translate, language: string): string {
  const { van, tot, reden } = sluiting
  const day = (date: string) => speakDay(date, now, language)
  const upcoming = van > localTime(now).day
  let text = tot ? t('wanneer.dichtTot', { dag: day(tot) }) : t('wanneer.dicht')
  if (upcoming) {
    text = tot
      ? t('wanneer.dichtVanTot', { van: day(van), tot: day(tot) })
      : t('wanneer.dichtVanaf', { van: day(van) })
  }
  return reden ? `${text}: ${reden}` : text
}

export interface Coming {
  instant: string
  spoken: string
  exact: string
  busy: boolean
}

/** The next times, spoken and exact; what is going on now counts as the first. */
export function comingTimes(
  aanbod: Timed,
  now: Date,
  count: number,
  t: Translate,
  language: string,
): Coming[] {
  return comingFrom(aanbod, now)
    .slice(0, count)
    .map((keer) => {
      const busy = keer.van != null && new Date(keer.van) <= now
      return {
        instant: keer.van ?? keer.dag,
        spoken: busy ? t('wanneer.nuBezig') : speakStart(keer, now, t, language),
        exact: exactPeriod(keer, now, t, language),
        busy,
      }
    })
}

/** The server spells times out once a day, so some of today's may be over. */
function comingFrom({ komende }: Pick<Timed, 'komende'>, now: Date): Keer[] {
  const today = localTime(now).day
  return komende.filter(({ dag, van, tot }) => {
    const end = tot ?? van
    return end ? new Date(end) > now : dag >= today
  })
}
