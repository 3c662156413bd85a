import { describe, expect, it } from 'vitest'
import { formatQueryString, parseQueryString } from './queryString'
import {
  asking,
  countFilters,
  narrowed,
  parseZoekvraag,
  toParameters,
  toggleCode,
  toggleWens,
  withoutFilters,
} from './zoekvraag'

const read = (text: string) => parseZoekvraag(parseQueryString(text))

describe('het adres', () => {
  it('geeft terug wat erin ging', () => {
    const text =
      '?q=koffie+%26+thee&wijk=berkum&wijk=schelle&dagdeel=avond&kosten=gratis' +
      '&datumVan=2026-11-28&datumTot=2026-11-29&vrijwilligersGezocht=true&sort=titel&page=3'
    expect(formatQueryString(read(text))).toBe(
      '?q=koffie+%26+thee&wijk=berkum&wijk=schelle&dagdeel=avond&kosten=gratis' +
        '&datumVan=2026-11-28&datumTot=2026-11-29&vrijwilligersGezocht=true&sort=titel&page=3',
    )
  })

  it('laat weg wat vanzelf spreekt', () => {
    expect(formatQueryString(read('?q=&page=1&sort=relevantie&wijk='))).toBe('')
  })

  it.each([
    '?page=-1',
    '?page=abc',
    '?page=999999999999',
    '?sort=prijs',
    '?datumVan=gisteren',
    '?datumVan=2026-99-99',
    '?vrijwilligersGezocht=ja',
    '?leeftijd=-4',
    '?leeftijd=400',
    '?onbekend=1',
    '?%E0%A4%A=1',
  ])('valt niet over %s', (text) => {
    expect(read(text)).toEqual({})
  })

  it('neemt een waarde één keer en kort een veel te lange vraag in', () => {
    expect(read('?wijk=berkum&wijk=berkum')).toEqual({ wijk: ['berkum'] })
    expect(read(`?q=${'a'.repeat(10_000)}`).q).toHaveLength(200)
  })
})

describe('wat uit de vraag is begrepen', () => {
  it('staat in het adres als het niet mag tellen, maar niet zonder woorden', () => {
    const text = '?q=koffie+in+holtenbroek&zonder=wijk&zonder=kosten'
    expect(formatQueryString(read(text))).toBe(text)
    expect(read('?zonder=wijk')).toEqual({})
    expect(read('?q=koffie&zonder=onzin')).toEqual({ q: 'koffie' })
  })

  it('gaat samen weg en komt samen terug', () => {
    const vraag = { q: 'vanavond gratis', page: 2 }
    const off = toggleWens(vraag, ['datum', 'dagdeel'])
    expect(off).toEqual({ q: 'vanavond gratis', zonder: ['datum', 'dagdeel'] })
    expect(toggleWens(off, ['kosten']).zonder).toEqual(['datum', 'dagdeel', 'kosten'])
    expect(toggleWens(off, ['datum', 'dagdeel'])).toEqual({ q: 'vanavond gratis' })
  })

  it('geldt niet meer voor een andere vraag, wel zonder de filters', () => {
    const vraag = { q: 'koffie', zonder: ['wijk' as const], kosten: ['gratis'] }
    expect(asking(vraag, 'yoga')).toEqual({ q: 'yoga', kosten: ['gratis'] })
    expect(withoutFilters(vraag)).toEqual({ q: 'koffie', zonder: ['wijk'] })
  })
})

describe('een vraag veranderen', () => {
  it('zet een filter aan en uit, en begint weer vooraan', () => {
    const on = toggleCode({ q: 'koffie', page: 3 }, 'wijk', 'berkum')
    expect(on).toEqual({ q: 'koffie', wijk: ['berkum'] })
    expect(toggleCode(on, 'wijk', 'schelle').wijk).toEqual(['berkum', 'schelle'])
    expect(toggleCode(on, 'wijk', 'berkum')).toEqual({ q: 'koffie' })
  })

  it('telt elk gekozen filter, en een periode als één', () => {
    expect(countFilters({ q: 'koffie', sort: 'titel' })).toBe(0)
    const vraag = { wijk: ['berkum', 'schelle'], datumVan: '2026-11-28', datumTot: '2026-11-29' }
    expect(countFilters({ ...vraag, vrijwilligersGezocht: true })).toBe(4)
  })

  it('wist de filters maar houdt de woorden', () => {
    const vraag = narrowed({ q: 'koffie', sort: 'titel' }, { kosten: ['gratis'] })
    expect(withoutFilters(vraag)).toEqual({ q: 'koffie', sort: 'titel' })
  })
})

describe('wat de server te horen krijgt', () => {
  it('krijgt de plek mee die alleen in het geheugen staat', () => {
    expect(toParameters({ sort: 'afstand' }, { lat: 52.512, lon: 6.094 })).toMatchObject({
      bij: '52.512,6.094',
      sort: 'afstand',
    })
  })

  it('sorteert zonder plek niet op afstand', () => {
    expect(toParameters({ sort: 'afstand' }, null)).not.toHaveProperty('sort')
    expect(toParameters({ sort: 'titel' }, null).sort).toBe('titel')
  })
})
