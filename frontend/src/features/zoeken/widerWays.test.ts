import { describe, expect, it } from 'vitest'
import { dutch } from '@/i18n'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { activeParts } from '@/components/filters/activeParts'
import { widerWays } from './widerWays'

const labelOf = (_: string, code: string | number) => String(code)
const now = new Date('2026-11-22T12:00:00+01:00')

function ways(vraag: Zoekvraag, ruimer: Record<string, number>, gedegradeerd = false) {
  const parts = activeParts(vraag, labelOf, dutch.t, 'nl', now)
  return widerWays(vraag, { ruimer, gedegradeerd }, parts, labelOf, dutch.t)
}

describe('welke filters weg kunnen', () => {
  const vraag: Zoekvraag = { q: 'koffie', wijk: ['berkum', 'schelle'], kosten: ['gratis'] }

  it('noemt wat het meest geeft het eerst', () => {
    expect(ways(vraag, { wijk: 2, kosten: 9 })).toEqual([
      {
        key: 'kosten',
        label: 'gratis',
        count: 9,
        search: { q: 'koffie', wijk: ['berkum', 'schelle'] },
      },
      {
        key: 'wijk',
        label: 'Berkum of Schelle',
        count: 2,
        search: { q: 'koffie', kosten: ['gratis'] },
      },
    ])
  })

  it('biedt niets aan waarvan zeker is dat het niets geeft', () => {
    expect(ways(vraag, { wijk: 2 }).map(({ key }) => key)).toEqual(['wijk'])
  })

  it('biedt alles aan zonder aantal als niemand geteld heeft', () => {
    expect(ways(vraag, {}, true).map(({ key, count }) => [key, count])).toEqual([
      ['wijk', undefined],
      ['kosten', undefined],
    ])
  })

  it('noemt ook wat niet geteld wordt: een datum, een leeftijd', () => {
    const dated = { ...vraag, datumVan: '2026-11-23', datumTot: '2026-11-23', leeftijd: 9 }
    expect(ways(dated, {}).map(({ label }) => label)).toEqual(['Morgen', '9 jaar'])
  })
})
