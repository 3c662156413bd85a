import { describe, expect, it } from 'vitest'
import type { Aanbod } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { changesSince } from './changed'
import { isStand, standOf } from './stand'

const NOW = new Date('2026-11-30T12:00:00+01:00')
const moment = {
  id: '03',
  rrule: 'FREQ=WEEKLY;BYDAY=TU',
  van: '19:00',
  tot: '21:00',
  behalve: [],
  tekst: '',
}
const then = eenAanbod({
  locatie: { naam: 'De Brug', straat: 'Brugweg 1', postcode: '8031 AA', wijk: 'WK019330' },
  momenten: [moment, { ...moment, rrule: 'FREQ=WEEKLY;BYDAY=TH' }],
  capaciteit: 'wachtlijst',
})
const closed = { sluitingen: [{ van: '2026-11-01', tot: '2026-12-31' }] }
const since = (now: Partial<Aanbod> | null) =>
  changesSince(standOf(then, NOW), now && { ...then, ...now }, NOW)

describe('wat er veranderde', () => {
  it.each([
    ['niets', {}, []],
    [
      'de titel en de naam van de plek',
      { titel: 'Nieuw', locatie: { ...then.locatie, naam: 'Brug' } },
      [],
    ],
    ['de volgorde van de tijden', { momenten: then.momenten.toReversed() }, []],
    [
      'een dag die uitvalt',
      { momenten: then.momenten.map((m) => ({ ...m, behalve: ['2026-12-08'] })) },
      [],
    ],
    ['het adres', { locatie: { ...then.locatie, straat: 'Elders 2' } }, ['verhuisd']],
    ['geen vaste plek meer', { locatie: null }, ['verhuisd']],
    [
      'het uur',
      { momenten: [{ ...moment, van: '18:00' }, then.momenten[1] ?? moment] },
      ['tijden'],
    ],
    ['nu op afspraak', { opAfspraak: true }, ['tijden']],
    ['vol', { capaciteit: 'vol' as const }, ['vol']],
    ['weer plek', { capaciteit: 'plek' as const }, ['plek']],
    ['niemand zegt nog of er plek is', { capaciteit: null }, []],
    ['dicht', closed, ['dicht']],
    ['gestopt gaat voor alles', { status: 'gestopt' as const, locatie: null }, ['gestopt']],
    [
      'alles',
      { ...closed, capaciteit: 'vol' as const, locatie: null, momenten: [] },
      ['dicht', 'vol', 'verhuisd', 'tijden'],
    ],
  ])('%s', (_, now, changes) => {
    expect(since(now)).toEqual(changes)
  })

  it('zegt dat het weg is', () => {
    expect(since(null)).toEqual(['weg'])
  })

  it('noemt niet opnieuw wat toen al zo was', () => {
    const stand = standOf({ ...then, ...closed, capaciteit: 'vol' }, NOW)
    expect(changesSince(stand, { ...then, ...closed, capaciteit: 'vol' }, NOW)).toEqual([])
    expect(isStand(stand)).toBe(true)
  })

  it('meldt plek niet als eerst niemand iets zei', () => {
    const stand = standOf({ ...then, capaciteit: null }, NOW)
    expect(changesSince(stand, { ...then, capaciteit: 'plek' }, NOW)).toEqual([])
  })
})
