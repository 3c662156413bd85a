import type { Translate } from '@/i18n'
import { addDays, formatDay, localTime } from '@/lib/dates/localTime'
import { speakDay } from '@/lib/dates/speakTime'
import { findOutline } from '@/lib/wijken/outlines'
import { capitalised } from '@/lib/wording/capitalised'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { isSame, onDay, periodeOf, weekendOf, type Periode } from '@/lib/zoekvraag/periode'

/** What somebody looks at: "Vanavond in Aa-landen", "Zaterdag 5 december". */
export function titleOf(
  vraag: Agendavraag,
  today: string,
  now: Date,
  t: Translate,
  language: string,
): string {
  const wanneer = whenOf(vraag, periodeOf(vraag, today), today, now, t, language)
  const plaats = vraag.wijk?.length === 1 ? findOutline(vraag.wijk[0])?.naam : undefined
  return plaats ? t('agenda.titelIn', { wanneer, plaats }) : wanneer
}

function whenOf(
  { dagdeel }: Agendavraag,
  periode: Periode,
  today: string,
  now: Date,
  t: Translate,
  language: string,
): string {
  const { datumVan: van, datumTot: tot } = periode
  const evening = dagdeel?.length === 1 && dagdeel[0] === 'avond'
  if (isSame(periode, onDay(today))) return t(evening ? 'agenda.vanavond' : 'filters.vandaag')
  if (isSame(periode, onDay(addDays(today, 1)))) return t('filters.morgen')
  if (isSame(periode, weekendOf(today))) return t('filters.weekend')
  if (van === tot) return capitalised(dayName(van, now, language), language)
  return capitalised(
    t('filters.vanTot', { van: speakDay(van, now, language), tot: speakDay(tot, now, language) }),
    language,
  )
}

/** "zaterdag 5 december", with the year when that is not this one. */
export function dayName(day: string, now: Date, language: string): string {
  const sameYear = day.slice(0, 4) === localTime(now).day.slice(0, 4)
  return formatDay(day, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
