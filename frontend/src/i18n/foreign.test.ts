import { expect, it } from 'vitest'
import type { Moment, Vocabularia } from '@/lib/api/types'
import { momentText } from '@/lib/wording/momentText'
import { dutch, loadLanguage } from './index'

const english = await loadLanguage('en')
const tekst = 'elke dinsdag van 19.00 tot 21.00 uur'
const moment = (given: Partial<Moment>): Moment => ({ id: '01', behalve: [], tekst, ...given })
const evening = (rrule: string) => moment({ rrule, van: '19:00:00', tot: '21:00:00' })

it('laat het Nederlands aan de server', () => {
  expect(momentText(evening('FREQ=WEEKLY;BYDAY=TU'), dutch)).toEqual({ text: tekst })
})

it.each([
  ['FREQ=WEEKLY;BYDAY=TU', 'every week: Tuesday, 19:00 to 21:00'],
  ['FREQ=WEEKLY;BYDAY=MO,WE', 'every week: Monday and Wednesday, 19:00 to 21:00'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', 'every two weeks: Sunday, 19:00 to 21:00'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday, 19:00 to 21:00'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day, 19:00 to 21:00'],
  ['FREQ=DAILY', 'every day, 19:00 to 21:00'],
  ['FREQ=MONTHLY;BYDAY=2SU', 'every month: Sunday (number 2 in the month), 19:00 to 21:00'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'every month: Friday (the last in the month), 19:00 to 21:00'],
])('zegt %s in een andere taal', (rrule, text) => {
  expect(momentText(evening(rrule), english)).toEqual({ text })
})

it.each([
  'FREQ=MONTHLY;BYMONTHDAY=1',
  'FREQ=WEEKLY;BYDAY=TU;COUNT=6',
  'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU',
  'FREQ=MONTHLY;BYDAY=-2FR',
  'FREQ=DAILY;BYDAY=MO',
  'FREQ=YEARLY;BYMONTH=5',
  'FREQ=WEEKLY',
])('laat %s in het Nederlands', (rrule) => {
  expect(momentText(evening(rrule), english)).toEqual({ text: tekst, lang: 'nl' })
})

it('kent seizoenen, losse dagen en uren die niemand weet', () => {
  const season = { begin: '2026-04-01', eind: '2026-10-28' }
  const rrule = 'FREQ=WEEKLY;BYDAY=WE'
  const said = (given: Partial<Moment>) => momentText(moment(given), english).text
  expect(said({ rrule, van: '14:00', ...season })).toBe(
    'every week: Wednesday, from 14:00 (1 April 2026 to 28 October 2026)',
  )
  expect(said({ rrule, eind: season.eind })).toBe('every week: Wednesday (until 28 October 2026)')
  expect(said({ begin: '2027-01-01' })).toMatch(/^Friday,? 1 January 2027$/)
  expect(said(season)).toBe('every day: 1 April 2026 to 28 October 2026')
  expect(said({ rrule, van: '00:00', tot: '00:00' })).toBe(tekst)
})

it('houdt in een regel van rechts naar links een Nederlandse naam bij elkaar', async () => {
  const { t } = await loadLanguage('ar')
  expect(t('contact.vraagNaar', { naam: 'Anna (2)' })).toContain('\u2068Anna (2)\u2069')
  expect(t('contact.vraagNaar', { naam: 'ليلى' })).not.toContain('\u2068')
})

it('zegt termen in de taal van de pagina, en merkt wat alleen in het Nederlands bestaat', () => {
  const known = { code: 'eten', label: 'Eten en koken', ouder: '1', officieel: 'Voeding' }
  const vocabularia = { themas: [known, { code: 'nieuwe', label: 'Iets nieuws' }] } as Vocabularia
  expect(dutch.terms).toBeUndefined()
  expect(english.terms?.(vocabularia).themas).toEqual([
    { code: 'eten', label: 'Food and cooking', ouder: '1' },
    { code: 'nieuwe', label: 'Iets nieuws', lang: 'nl' },
  ])
})
