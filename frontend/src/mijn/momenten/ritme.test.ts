import { describe, expect, it } from 'vitest'
import type { MomentInvoer } from '@/lib/api/types'
import { DAGEN, lastDay, RANGEN, ritmeOf, withLastDay, withRitme, type Ritme } from './ritme'

const EMPTY: MomentInvoer = { behalve: [] }
const rule = (rrule: string, given: Partial<MomentInvoer> = {}): MomentInvoer => ({
  ...EMPTY,
  rrule,
  ...given,
})

/** Every choice of at least one of these. */
function choices<T>(of: readonly T[]): T[][] {
  const all = Array.from({ length: 2 ** of.length }, (_, bits) =>
    of.filter((_, at) => (bits >> at) & 1),
  )
  return all.filter((some) => some.length > 0)
}

const EVERY_CLICK: Ritme[] = [
  { soort: 'datum' },
  { soort: 'week', dagen: [] },
  { soort: 'tweeWeken', dagen: [] },
  ...choices(DAGEN).flatMap((dagen): Ritme[] => [
    { soort: 'week', dagen },
    { soort: 'tweeWeken', dagen },
    ...choices(RANGEN).map((rangen): Ritme => ({ soort: 'maand', rangen, dagen })),
  ]),
]

describe('van klikken naar regel en terug', () => {
  it('komt elke keuze terug zoals zij was', () => {
    expect(EVERY_CLICK.length).toBe(3 + 127 * (2 + 31))
    for (const ritme of EVERY_CLICK) {
      const moment = withRitme({ ...EMPTY, van: '19:00', toelichting: 'Neem brood mee' }, ritme)
      expect(ritmeOf(moment)).toEqual(ritme)
      expect(moment).toMatchObject({ van: '19:00', toelichting: 'Neem brood mee' })
      // Written once more, it is the same rule.
      expect(withRitme(moment, ritmeOf(moment)).rrule).toBe(moment.rrule)
    }
  })

  it('past in wat de server van een regel bewaart', () => {
    const all: Ritme = { soort: 'maand', rangen: [...RANGEN], dagen: [...DAGEN] }
    for (const ritme of [...EVERY_CLICK, all]) {
      expect(withRitme(EMPTY, ritme).rrule?.length ?? 0).toBeLessThanOrEqual(200)
    }
  })

  it.each([
    ['FREQ=WEEKLY;BYDAY=TH,TU', { soort: 'week', dagen: ['TU', 'TH'] }],
    ['rrule:freq=weekly; byday=tu;', { soort: 'week', dagen: ['TU'] }],
    ['FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO', { soort: 'week', dagen: ['TU'] }],
    ['FREQ=DAILY', { soort: 'week', dagen: [...DAGEN] }],
    ['FREQ=DAILY;BYDAY=MO,FR', { soort: 'week', dagen: ['MO', 'FR'] }],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601', { soort: 'week', dagen: ['TU'] }],
    ['FREQ=MONTHLY;BYDAY=1TU', { soort: 'maand', rangen: [1], dagen: ['TU'] }],
    ['FREQ=MONTHLY;BYDAY=+3TU,-1TU', { soort: 'maand', rangen: [3, -1], dagen: ['TU'] }],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1', { soort: 'maand', rangen: [-1], dagen: ['TU'] }],
  ] as [string, Ritme][])('leest %s als klikken', (text, ritme) => {
    expect(ritmeOf(rule(text))).toEqual(ritme)
  })

  it.each([
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
    'FREQ=WEEKLY;BYDAY=TU;BYMONTH=10,11',
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601T220000Z',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    'FREQ=WEEKLY;BYDAY=TU;BYDAY=WE',
    'FREQ=DAILY;INTERVAL=2',
    'FREQ=MONTHLY;BYMONTHDAY=15',
    'FREQ=MONTHLY;BYDAY=TU',
    'FREQ=MONTHLY;BYDAY=1TU,2WE',
    'FREQ=MONTHLY;BYDAY=5TU',
    'FREQ=MONTHLY;BYDAY=-2TU',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU',
    'FREQ=MONTHLY',
    'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4',
    'onzin',
  ])('laat %s staan zoals het is', (text) => {
    const moment = rule(text)
    expect(ritmeOf(moment)).toEqual({ soort: 'anders' })
    expect(withRitme(moment, { soort: 'anders' })).toEqual(moment)
  })

  it('neemt de dag van de eerste keer, als de regel er geen noemt', () => {
    expect(ritmeOf(rule('FREQ=WEEKLY', { begin: '2026-12-01' }))).toEqual({
      soort: 'week',
      dagen: ['TU'],
    })
  })
})

describe('de laatste dag', () => {
  it('staat in het moment of in de regel', () => {
    expect(lastDay(rule('FREQ=DAILY'))).toBeNull()
    expect(lastDay(rule('FREQ=DAILY', { eind: '2027-01-01' }))).toBe('2027-01-01')
    expect(lastDay(rule('FREQ=DAILY;UNTIL=20270601'))).toBe('2027-06-01')
  })

  it('gaat mee als de regel een andere wordt', () => {
    const moment = withRitme(rule('FREQ=DAILY;UNTIL=20270601'), { soort: 'week', dagen: ['TU'] })
    expect(moment).toMatchObject({ rrule: 'FREQ=WEEKLY;BYDAY=TU', eind: '2027-06-01' })
  })

  it('komt in plaats van die in de regel', () => {
    const moment = rule('FREQ=WEEKLY;UNTIL=20270601;BYDAY=TU')
    expect(withLastDay(moment, '2027-07-01')).toMatchObject({
      rrule: 'FREQ=WEEKLY;BYDAY=TU',
      eind: '2027-07-01',
    })
    expect(lastDay(withLastDay(moment, null))).toBeNull()
  })
})
