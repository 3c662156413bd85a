import type { Translate } from '@/i18n'
import type { AanbodKern, Resultaat } from '@/lib/api/types'
import { daysBetween, formatDay, localTime } from '@/lib/dates/localTime'
import { speakDistance } from './where'

type Found = Pick<AanbodKern, 'bevestigdOp'> & Partial<Pick<Resultaat, 'redenen' | 'afstandMeter'>>
type Reden = Resultaat['redenen'][number]

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

/** Why a result is here, in a few words each: "gratis", "600 m", "groep", "iedereen welkom". */
export function reasonsOf(found: Found, now: Date, t: Translate, language: string): string[] {
  const { redenen = [], afstandMeter, bevestigdOp } = found
  return ORDER.filter((reden) => redenen.includes(reden)).flatMap((reden) => {
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
