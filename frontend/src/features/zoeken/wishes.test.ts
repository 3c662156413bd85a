import { expect, it } from 'vitest'
import { dutch } from '@/i18n'
import type { Wens } from '@/lib/api/types'
import type { LabelOf } from '@/lib/wording/labels'
import { filtersOf, wishesOf } from './wishes'

const LABELS: Record<string, string> = {
  gratis: 'Gratis',
  rolstoel: 'Goed te doen met een rolstoel',
}
const labelOf: LabelOf = (_, code) => LABELS[code] ?? ''
const wishes = (...begrepen: Wens[]) => wishesOf(begrepen, labelOf, dutch.t)

it('noemt een wijk bij haar naam, en twee wijken samen', () => {
  expect(
    wishes(
      { soort: 'wijk', codes: ['WK019330'], tekst: '8031' },
      { soort: 'kosten', codes: ['gratis'], tekst: 'gratis' },
      { soort: 'wijk', codes: ['WK019331'], tekst: 'de aalanden' },
    ),
  ).toEqual([
    { label: 'In Holtenbroek of Aa-landen', soorten: ['wijk'] },
    { label: 'Gratis', soorten: ['kosten'] },
  ])
})

it('is één wens als dezelfde woorden twee dingen zeggen', () => {
  expect(
    wishes(
      { soort: 'datum', codes: ['2026-11-22', '2026-11-22'], tekst: 'vanavond' },
      { soort: 'dagdeel', codes: ['avond'], tekst: 'vanavond' },
    ),
  ).toEqual([{ label: 'Vanavond', soorten: ['datum', 'dagdeel'] }])
})

it('voegt samen wat later blijkt samen te horen', () => {
  expect(
    wishes(
      { soort: 'dag', codes: ['za'], tekst: 'zaterdag' },
      { soort: 'dagdeel', codes: ['avond'], tekst: 'in de avond' },
      { soort: 'dag', codes: ['zo'], tekst: 'in de avond' },
    ),
  ).toEqual([{ label: 'Zaterdag of in de avond', soorten: ['dag', 'dagdeel'] }])
})

it('houdt de eigen woorden als die meer zeggen dan een label', () => {
  expect(
    wishes(
      { soort: 'kosten', codes: ['gratis', 'tot-5'], tekst: 'max 5 euro' },
      { soort: 'toegankelijkheid', codes: ['rolstoel'], tekst: 'rolstoel' },
      { soort: 'taal', codes: ['xx'], tekst: 'klingon' },
    ).map(({ label }) => label),
  ).toEqual(['Max 5 euro', 'Goed te doen met een rolstoel', 'Klingon'])
})

it('kan van wensen filters maken', () => {
  expect(
    filtersOf([
      { soort: 'wijk', codes: ['WK019330'], tekst: 'in holtenbroek' },
      { soort: 'wijk', codes: ['WK019331'], tekst: 'aalanden' },
      { soort: 'datum', codes: ['2026-11-22', '2026-11-23'], tekst: 'dit weekend' },
      { soort: 'leeftijd', codes: ['9'], tekst: 'voor mijn dochter van 9' },
      { soort: 'doelgroep', codes: ['kinderen'], tekst: 'voor mijn dochter van 9' },
    ]),
  ).toEqual({
    wijk: ['holtenbroek', 'aa-landen'],
    datumVan: '2026-11-22',
    datumTot: '2026-11-23',
    leeftijd: 9,
    doelgroep: ['kinderen'],
  })
  expect(filtersOf([{ soort: 'leeftijd', codes: ['12', '16'], tekst: '12 tot 16' }])).toEqual({})
})
