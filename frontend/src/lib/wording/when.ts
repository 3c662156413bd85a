import type { Translate, Translator } from '@/i18n'
import type { AanbodKern, Moment, Sluiting } from '@/lib/api/types'
import { addDays, localTime } from '@/lib/dates/localTime'
import { rhythmOf } from '@/lib/dates/rhythm'
import { capitalised } from './capitalised'
import { momentText, type MomentText } from './momentText'
import { exactPeriod, shortStart, speakDay, speakStart, type Keer } from '@/lib/dates/speakTime'

type Timed = Pick<AanbodKern, 'momenten' | 'komende' | 'sluitingen'> & {
  opAfspraak?: boolean | null
}

/** One line about time. `instant` is there when the line starts with a moment. */
export interface When extends MomentText {
  state: 'bekend' | 'dicht' | 'afspraak' | 'later' | 'onbekend'
  instant?: string
  rhythm?: string
  /** Why it is closed, in the words of the organisation. */
  reason?: string
}

/**
 * When it is, for a list. "By appointment" is not "closed", and neither is "nobody told us":
 * each has its own words.
 */
export function whenOf(aanbod: Timed, now: Date, translator: Translator): When {
  const { t, language } = translator
  const { momenten, opAfspraak } = aanbod
  const closed = closedNow(aanbod, now)
  if (closed) {
    const { reden } = closed
    const text = closedText(closed, now, t, language)
    return { state: 'dicht', text, ...(reden && { reason: reden }) }
  }
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
  if (momenten.length > 0) return { state: 'later', ...laterText(momenten, now, translator) }
  return { state: 'onbekend', text: t('wanneer.onbekend') }
}

/** Nothing in the coming weeks: when it begins, or else how it usually goes. */
function laterText(momenten: Moment[], now: Date, translator: Translator): MomentText {
  const { t, language } = translator
  const today = localTime(now).day
  const first = momenten
    .filter(({ begin }) => begin != null && begin > today)
    .sort((a, b) => String(a.begin).localeCompare(String(b.begin)))[0]
  if (first?.begin) {
    const dag = speakDay(first.begin, now, language)
    return { text: t(first.rrule ? 'wanneer.begint' : 'wanneer.op', { dag }) }
  }
  const usual = momenten.find(({ rrule, eind }) => rrule && (eind == null || eind >= today))
  if (!usual) return { text: t('wanneer.voorbij') }
  const words = momentText(usual, translator)
  return { ...words, text: capitalised(words.text, language) }
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
  const { van, tot } = sluiting
  const day = (date: string) => speakDay(date, now, language)
  const upcoming = van > localTime(now).day
  if (!upcoming) return tot ? t('wanneer.dichtTot', { dag: day(tot) }) : t('wanneer.dicht')
  return tot
    ? t('wanneer.dichtVanTot', { van: day(van), tot: day(tot) })
    : t('wanneer.dichtVanaf', { van: day(van) })
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
export function comingFrom({ komende }: Pick<Timed, 'komende'>, now: Date): Keer[] {
  const today = localTime(now).day
  return komende.filter(({ dag, van, tot }) => {
    const end = tot ?? van
    return end ? new Date(end) > now : dag >= today
  })
}
