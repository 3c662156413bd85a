import type { Translate } from '@/i18n'
import type { AanbodKern, Resultaat } from '@/lib/api/types'
import { daysBetween, formatDay, localTime } from '@/lib/dates/localTime'
import type { LabelOf } from './labels'
import { speakDistance } from './where'
import { fitOf, type Found as Wanted } from './wished'

type Found = Wanted &
  Pick<AanbodKern, 'bevestigdOp'> &
  Partial<Pick<Resultaat, 'redenen' | 'wensen' | 'afstandMeter'>>
type Reden = Resultaat['redenen'][number]
type Soort = Resultaat['wensen'][number]['soort']

/** Why a result is here, and what to mind: each in a few words. */
export interface Reasons {
  why: string[]
  but: string[]
}

const MOST = 5
const MOST_BUTS = 2

/** What asks the least of somebody comes first, as in the order of the results themselves. */
const ORDER: readonly Reden[] = [
  'gratis',
  'dichtbij',
  'licht',
  'zonder-verwijzing',
  'groep',
  'iedereen',
  'recent',
]

/** What is said already when a wish about the same was answered. */
const SAME: Partial<Record<Reden, Soort>> = {
  gratis: 'kosten',
  licht: 'niveau',
  'zonder-verwijzing': 'aanmelden',
  iedereen: 'openVoor',
}

/**
 * Why a result is here: first what was asked for ("in Holtenbroek", "gratis"), then what the
 * policy finds good ("600 m", "groep", "iedereen welkom"); five things at most.
 */
export function reasonsOf(
  found: Found,
  now: Date,
  labelOf: LabelOf,
  t: Translate,
  language: string,
): Reasons {
  const wensen = found.wensen ?? []
  const { met, but } = fitOf(wensen, found, labelOf, t, language)
  const buts = but.slice(0, MOST_BUTS)
  const good = policyOf(found, wensen, now, t, language)
  return { why: [...new Set([...met, ...good])].slice(0, MOST - buts.length), but: buts }
}

function policyOf(
  { redenen = [], afstandMeter, bevestigdOp }: Found,
  wensen: Resultaat['wensen'],
  now: Date,
  t: Translate,
  language: string,
): string[] {
  const isSaid = (reden: Reden) => wensen.some(({ soort }) => soort === SAME[reden])
  return ORDER.filter((reden) => redenen.includes(reden) && !isSaid(reden)).flatMap((reden) => {
    // What is light never needs a referral.
    if (reden === 'zonder-verwijzing' && redenen.includes('licht')) return []
    if (reden === 'dichtbij' && afstandMeter != null)
      return [speakDistance(afstandMeter, t, language)]
    if (reden !== 'recent') return [t(`redenen.${reden}`)]
    return bevestigdOp
      ? [t('redenen.recent', { wanneer: speakLately(bevestigdOp, now, t, language) })]
      : []
  })
}

/** "vandaag", "deze maand", "in oktober": as exact as matters when something was checked. */
function speakLately(instant: string, now: Date, t: Translate, language: string): string {
  const today = localTime(now).day
  const day = localTime(new Date(instant)).day
  const ago = daysBetween(day, today)
  if (ago <= 0) return t('tijd.vandaagKort')
  if (ago <= 7) return t('tijd.dezeWeek')
  if (day.slice(0, 7) === today.slice(0, 7)) return t('tijd.dezeMaand')
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  const maand = formatDay(day, language, {
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
  return t('tijd.inMaand', { maand })
}
