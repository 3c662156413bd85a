import { describe, expect, it } from 'vitest'
import type { Wens } from '@/lib/api/types'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { foundLittle } from './foundLittle'
import { gatOf, reportOf } from './gat'

const wens = (soort: Wens['soort'], ...codes: string[]): Wens => ({ soort, codes, tekst: '' })
const inHoltenbroek = wens('wijk', 'WK019330')
const weekdeel = (vraag: Zoekvraag, ...begrepen: Wens[]) => gatOf(vraag, begrepen).weekdeel

describe('wat er mist', () => {
  it('is wat gekozen is en wat uit de woorden begrepen is', () => {
    const vraag = { q: 'iets voor ouderen in holtenbroek vanavond', thema: ['vervoer'] }
    const begrepen = [
      inHoltenbroek,
      wens('doelgroep', 'ouderen'),
      wens('datum', '2026-11-27', '2026-11-27'),
      wens('dagdeel', 'avond'),
    ]
    expect(gatOf(vraag, begrepen)).toEqual({
      thema: 'vervoer',
      doelgroep: 'ouderen',
      wijk: 'holtenbroek',
      dagdeel: 'avond',
      weekdeel: 'doordeweeks',
    })
  })

  it('is eerder het gekozen filter dan wat begrepen is', () => {
    expect(gatOf({ wijk: ['berkum'] }, [inHoltenbroek]).wijk).toBe('berkum')
  })

  it('noemt een wijk in een link met een code bij haar naam', () => {
    expect(gatOf({ wijk: ['WK019330'] }, []).wijk).toBe('holtenbroek')
  })

  it('blijft open waar er meer dan één gevraagd is, of niets', () => {
    const vraag = { q: 'soep', thema: ['eten', 'ontmoeten'], kosten: ['gratis'] }
    const begrepen = [inHoltenbroek, wens('wijk', 'WK019340'), wens('dagdeel', 'middag', 'avond')]
    expect(Object.values(gatOf(vraag, begrepen))).toEqual(['', '', '', '', ''])
  })
})

describe('het deel van de week', () => {
  it.each<[string, Zoekvraag]>([
    ['weekend', { dag: ['za', 'zo'] }],
    ['weekend', { dag: ['zo'] }],
    ['doordeweeks', { dag: ['ma', 'vr'] }],
    ['', { dag: ['vr', 'za'] }],
    ['weekend', { datumVan: '2026-11-28', datumTot: '2026-11-29' }],
    ['doordeweeks', { datumVan: '2026-11-23', datumTot: '2026-11-27' }],
    ['', { datumVan: '2026-11-27', datumTot: '2026-11-28' }],
    ['', { datumVan: '2026-11-23', datumTot: '2026-12-23' }],
    ['', { datumVan: '2026-11-28' }],
    ['', { datumVan: '2026-11-29', datumTot: '2026-11-28' }],
  ])('is ‘%s’ bij %j', (expected, vraag) => {
    expect(weekdeel(vraag)).toBe(expected)
  })

  it('volgt uit de woorden als er geen dag gekozen is', () => {
    expect(weekdeel({ q: 'x' }, wens('dag', 'za', 'zo'))).toBe('weekend')
    expect(weekdeel({ q: 'x', dag: ['ma'] }, wens('dag', 'za', 'zo'))).toBe('doordeweeks')
  })
})

it('stuurt alleen wat gekozen is, en niets als er niets gekozen is', () => {
  const nothing = gatOf({ q: 'soep' }, [])
  expect(reportOf(nothing)).toBeNull()
  expect(reportOf({ ...nothing, wijk: 'berkum', weekdeel: 'weekend' })).toEqual({
    wijk: 'berkum',
    weekdeel: 'weekend',
  })
})

it('vraagt ernaar als een vraag minder dan vijf resultaten heeft', () => {
  expect(foundLittle({ q: 'soep' }, { totaal: 4, page: 1 })).toBe(true)
  expect(foundLittle({ thema: ['eten'] }, { totaal: 0, page: 1 })).toBe(true)
  expect(foundLittle({ q: 'soep' }, { totaal: 5, page: 1 })).toBe(false)
  expect(foundLittle({}, { totaal: 3, page: 1 })).toBe(false)
  expect(foundLittle({ q: 'soep', page: 2 }, { totaal: 4, page: 2 })).toBe(false)
})
