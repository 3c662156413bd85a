import { dutch } from '@/i18n'
import { describe, expect, it } from 'vitest'
import { eenAanbod } from '@/test/aanbod'
import type { Aanbod } from '@/lib/api/types'
import { closedNow, closedSoon, closedText, comingTimes, whenOf } from './when'

const { t } = dutch
const now = new Date('2026-11-22T10:00:00+01:00')
const when = (given: Partial<Aanbod>) => whenOf(eenAanbod(given), now, dutch)
const id = '00000000-0000-0000-0000-000000000001'
const weekly = {
  id,
  rrule: 'FREQ=WEEKLY;BYDAY=TU',
  van: '19:00',
  tekst: 'elke dinsdag',
  behalve: [],
}
const tuesday = { dag: '2026-11-24', van: '2026-11-24T19:00:00+01:00' }

describe('wanneer, in één regel', () => {
  it('noemt de eerste keer en hoe vaak', () => {
    expect(when({ momenten: [weekly], komende: [tuesday] })).toEqual({
      state: 'bekend',
      text: 'dinsdag 19.00',
      instant: '2026-11-24T19:00:00+01:00',
      rhythm: 'elke week',
    })
  })

  it('houdt op afspraak, dicht en onbekend uit elkaar', () => {
    expect(when({ opAfspraak: true }).state).toBe('afspraak')
    expect(when({ sluitingen: [{ van: '2026-11-01' }], opAfspraak: true }).state).toBe('dicht')
    expect(when({})).toEqual({ state: 'onbekend', text: 'Tijd onbekend, vraag dit even na' })
  })

  it('zegt wanneer iets begint dat nog moet komen', () => {
    expect(when({ momenten: [{ ...weekly, begin: '2027-01-05' }] }).text).toBe(
      'Begint op 5 januari 2027',
    )
    const once = { id, begin: '2026-12-25', tekst: '25 december', behalve: [] }
    expect(when({ momenten: [once] }).text).toBe('Op 25 december')
  })

  it('noemt van meer seizoenen het eerste dat komt', () => {
    const later = { ...weekly, begin: '2027-04-04' }
    const sooner = { id, begin: '2027-03-29', tekst: '29 maart', behalve: [] }
    expect(when({ momenten: [later, sooner] }).text).toBe('Op 29 maart 2027')
  })

  it('zegt hoe het gewoonlijk gaat als er de komende weken niets is', () => {
    expect(when({ momenten: [weekly] })).toEqual({ state: 'later', text: 'Elke dinsdag' })
    expect(when({ momenten: [{ ...weekly, eind: '2026-11-01' }] }).text).toBe('Dit is nu voorbij')
  })

  it('slaat over wat vandaag al voorbij is', () => {
    const early = {
      dag: '2026-11-22',
      van: '2026-11-22T08:00:00+01:00',
      tot: '2026-11-22T09:00:00+01:00',
    }
    expect(when({ komende: [early, tuesday] }).text).toBe('dinsdag 19.00')
  })
})

describe('dicht', () => {
  const kerst = { van: '2026-12-14', tot: '2027-01-03', reden: 'vakantie' }

  it('geldt op de eerste en de laatste dag', () => {
    const aanbod = eenAanbod({ sluitingen: [kerst] })
    const on = (day: string) => closedNow(aanbod, new Date(`${day}T12:00:00+01:00`))
    expect(on('2026-12-13')).toBeNull()
    expect(on('2026-12-14')).toEqual(kerst)
    expect(on('2027-01-03')).toEqual(kerst)
    expect(on('2027-01-04')).toBeNull()
  })

  it('waarschuwt vier weken van tevoren', () => {
    expect(closedSoon(eenAanbod({ sluitingen: [kerst] }), now)).toEqual(kerst)
    expect(closedSoon(eenAanbod({ sluitingen: [{ van: '2027-02-01' }] }), now)).toBeNull()
  })

  it('heeft een zin voor nu en een zin voor straks', () => {
    expect(closedText(kerst, now, t, 'nl')).toBe('Dicht van 14 december tot en met 3 januari 2027')
    expect(closedText({ van: '2026-11-01', tot: '2026-11-30' }, now, t, 'nl')).toBe(
      'Dicht tot en met 30 november',
    )
    expect(closedText({ van: '2026-11-01' }, now, t, 'nl')).toBe('Nu even dicht')
  })
})

it('noemt iets dat bezig is als eerste', () => {
  const busy = {
    dag: '2026-11-22',
    van: '2026-11-22T09:00:00+01:00',
    tot: '2026-11-22T11:00:00+01:00',
  }
  const [first, second] = comingTimes(eenAanbod({ komende: [busy, tuesday] }), now, 3, t, 'nl')
  expect(first).toMatchObject({
    spoken: 'Nu bezig',
    busy: true,
    exact: 'zo 22 november, 9.00 tot 11.00 uur',
  })
  expect(second).toMatchObject({ spoken: 'dinsdagavond om zeven uur', busy: false })
})
