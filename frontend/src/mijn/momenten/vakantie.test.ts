import { describe, expect, it } from 'vitest'
import type { MomentInvoer, Schoolvakantie } from '@/lib/api/types'
import { withRitme } from './ritme'
import { changeDays, keepVakanties, leaveOutVakanties, vakantieStand } from './vakantie'
import { weekChoices, withFirstWeek } from './week'

const TODAY = '2026-11-30'
const vakantie = (van: string, tot: string): Schoolvakantie => ({
  naam: 'Vakantie',
  schooljaar: '2026-2027',
  van,
  tot,
})
const HERFST = vakantie('2026-10-10', '2026-10-18')
const KERST = vakantie('2026-12-19', '2027-01-03')
const MEI = vakantie('2027-04-24', '2027-05-02')
const KNOWN = [HERFST, KERST, MEI]
const tuesdays: MomentInvoer = { rrule: 'FREQ=WEEKLY;BYDAY=TU', behalve: [] }

describe('niet in de schoolvakantie', () => {
  it('laat alleen de dagen weg waarop het anders was', () => {
    const moment = leaveOutVakanties({ ...tuesdays, behalve: ['2026-12-08'] }, KNOWN, TODAY)
    expect(moment.behalve).toEqual(['2026-12-08', '2026-12-22', '2026-12-29', '2027-04-27'])
    expect(vakantieStand(moment, KNOWN, TODAY)).toBe('alle')
    const back = keepVakanties(moment, KNOWN, TODAY)
    expect(back.behalve).toEqual(['2026-12-08'])
    expect(vakantieStand(back, KNOWN, TODAY)).toBe('geen')
  })

  it('kijkt bij een maand ook welke week het is', () => {
    const first = { rrule: 'FREQ=MONTHLY;BYDAY=4TU', behalve: [] }
    expect(leaveOutVakanties(first, KNOWN, TODAY).behalve).toEqual(['2026-12-22', '2027-04-27'])
    const last = { rrule: 'FREQ=MONTHLY;BYDAY=-1TU', behalve: [] }
    expect(leaveOutVakanties(last, KNOWN, TODAY).behalve).toEqual(['2026-12-29', '2027-04-27'])
  })

  it('blijft binnen begin en einde', () => {
    const short = { ...tuesdays, begin: '2026-12-25', eind: '2027-01-31' }
    expect(leaveOutVakanties(short, KNOWN, TODAY).behalve).toEqual(['2026-12-29'])
    const once: MomentInvoer = { begin: '2026-12-22', behalve: [] }
    expect(leaveOutVakanties(once, KNOWN, TODAY).behalve).toEqual(['2026-12-22'])
    expect(vakantieStand({ begin: '2026-12-08', behalve: [] }, KNOWN, TODAY)).toBe('raakt-niet')
    expect(vakantieStand({ behalve: [] }, KNOWN, TODAY)).toBe('raakt-niet')
  })

  it('merkt dat er vakanties bij gekomen zijn', () => {
    const moment = leaveOutVakanties(tuesdays, [KERST], TODAY)
    expect(vakantieStand(moment, KNOWN, TODAY)).toBe('deels')
  })

  it('gaat mee naar een andere dag', () => {
    const moment = leaveOutVakanties(tuesdays, KNOWN, TODAY)
    const thursdays = withRitme(moment, { soort: 'week', dagen: ['TH'] })
    expect(changeDays(moment, thursdays, KNOWN, TODAY).behalve).toEqual([
      '2026-12-24',
      '2026-12-31',
      '2027-04-29',
    ])
    expect(changeDays(tuesdays, thursdays, KNOWN, TODAY)).toBe(thursdays)
  })

  it('raakt vrije dagen van vroeger niet aan', () => {
    const before = { ...tuesdays, behalve: ['2026-10-13'] }
    expect(keepVakanties(before, KNOWN, TODAY).behalve).toEqual(['2026-10-13'])
  })
})

describe('elke tweede week', () => {
  it('geeft de komende en de week daarna te kiezen', () => {
    expect(weekChoices({ begin: '2026-12-01' }, ['TU'], TODAY)).toEqual([
      { day: '2026-12-01', chosen: true },
      { day: '2026-12-08', chosen: false },
    ])
    // Begun long ago: the eighth is four weeks after the tenth of November.
    expect(weekChoices({ begin: '2026-11-10' }, ['TU'], TODAY)).toEqual([
      { day: '2026-12-01', chosen: false },
      { day: '2026-12-08', chosen: true },
    ])
    // On a Wednesday the Tuesday of this week is over.
    expect(weekChoices({ begin: '2026-12-03' }, ['TU', 'TH'], '2026-12-02')).toEqual([
      { day: '2026-12-03', chosen: true },
      { day: '2026-12-08', chosen: false },
    ])
  })

  it('kiest niets zolang niemand zei welke week', () => {
    expect(weekChoices({}, ['TU'], TODAY).map(({ chosen }) => chosen)).toEqual([false, false])
    expect(weekChoices({ begin: '2026-12-01' }, [], TODAY)).toEqual([])
  })

  it('laat de keuze staan als zij gemaakt is', () => {
    const [, second] = weekChoices({}, ['TU'], TODAY)
    const after = weekChoices({ begin: second?.day ?? null }, ['TU'], TODAY)
    expect(after.map(({ chosen }) => chosen)).toEqual([false, true])
    expect(weekChoices({ begin: '2027-03-01' }, ['TU'], TODAY)).toEqual([])
  })

  it('begint vanzelf met de komende', () => {
    expect(withFirstWeek({ behalve: [] }, ['TU'], TODAY).begin).toBe('2026-12-01')
    expect(withFirstWeek({ behalve: [], begin: '2026-01-01' }, ['TU'], TODAY).begin).toBe(
      '2026-01-01',
    )
  })
})
