import { describe, expect, it } from 'vitest'
import { dayFault, keuzes } from './keuzes'

const KERST = {
  naam: 'Kerstvakantie',
  schooljaar: '2026-2027',
  van: '2026-12-19',
  tot: '2027-01-03',
}
const ZOMER = {
  naam: 'Zomervakantie',
  schooljaar: '2026-2027',
  van: '2027-07-10',
  tot: '2027-08-22',
}

const vakantieOn = (day: string) =>
  keuzes(day, [ZOMER, KERST]).find(({ soort }) => soort === 'vakantie')

describe('hoelang het dicht kan zijn', () => {
  it('telt vandaag mee, ook over het jaar heen', () => {
    expect(keuzes('2026-12-28', []).map(({ tot }) => tot)).toEqual([
      '2027-01-03',
      '2027-01-10',
      null,
    ])
  })
  it.each([
    ['2026-11-30', 'kerstvakantie', '2027-01-03'],
    ['2026-12-19', 'kerstvakantie', '2027-01-03'],
    ['2027-01-02', 'kerstvakantie', '2027-01-03'],
    ['2027-06-05', 'zomervakantie', '2027-08-22'],
    ['2027-08-01', 'zomervakantie', '2027-08-22'],
  ])('noemt op %s de %s', (day, vakantie, tot) => {
    expect(vakantieOn(day)).toMatchObject({ vakantie, tot })
  })
  it.each(['2026-11-13', '2027-01-03', '2027-06-04', '2027-08-22'])(
    'noemt op %s geen vakantie',
    (day) => {
      expect(vakantieOn(day)).toBeUndefined()
    },
  )
})

it.each([
  [null, 'geenDag'],
  ['2026-11-29', 'voorbij'],
  ['2026-11-30', null],
  ['2027-12-01', null],
  ['2027-12-02', 'ver'],
])('kijkt of %s een laatste dag kan zijn', (day, fault) => {
  expect(dayFault(day, '2026-11-30')).toBe(fault)
})
