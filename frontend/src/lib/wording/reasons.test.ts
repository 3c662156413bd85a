import { describe, expect, it } from 'vitest'
import { dutch } from '@/i18n'
import type { Resultaat } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { reasonsOf } from './reasons'

const now = new Date('2026-11-22T12:00:00+01:00')
const labelOf = (_: unknown, code: string | number) => LABELS[code] ?? ''
const LABELS: Record<string, string> = { gratis: 'Gratis', groep: 'Groep' }
const told = (found: Partial<Resultaat>) =>
  reasonsOf({ ...eenAanbod(), ...found }, now, labelOf, dutch.t, 'nl')
const reasons = (found: Partial<Resultaat>) => told(found).why

describe('waarom iets hier staat', () => {
  it('is kort, in de woorden van mensen', () => {
    expect(
      reasons({
        redenen: ['dichtbij', 'groep', 'iedereen', 'gratis', 'recent'],
        afstandMeter: 612,
        bevestigdOp: '2026-10-11T10:00:00+02:00',
      }),
    ).toEqual(['gratis', '600 m', 'groep', 'iedereen welkom', 'in oktober gecontroleerd'])
  })

  it('zegt niet dat iets lichts zonder verwijzing kan', () => {
    expect(reasons({ redenen: ['licht', 'zonder-verwijzing'] })).toEqual([
      'makkelijk om mee te beginnen',
    ])
    expect(reasons({ redenen: ['zonder-verwijzing'] })).toEqual(['geen verwijzing nodig'])
  })

  it('zwijgt als er niets te zeggen is', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ redenen: ['recent'] })).toEqual([])
  })

  it.each([
    ['2026-11-22T09:00:00+01:00', 'vandaag gecontroleerd'],
    ['2026-11-16T09:00:00+01:00', 'afgelopen week gecontroleerd'],
    ['2026-11-02T09:00:00+01:00', 'deze maand gecontroleerd'],
    ['2025-12-02T09:00:00+01:00', 'in december 2025 gecontroleerd'],
  ])('zegt van %s: %s', (bevestigdOp, words) => {
    expect(reasons({ redenen: ['recent'], bevestigdOp })).toEqual([words])
  })
})

type Wished = Resultaat['wensen'][number]
const wens = (soort: Wished['soort'], codes: string[], tekst: string, past: Wished['past']) => ({
  soort,
  codes,
  tekst,
  past,
})
const HIER = { locatie: { wijk: 'WK019330' } }

describe('wat past bij wat iemand vroeg', () => {
  it('staat voorop, en niets staat er twee keer', () => {
    expect(
      told({
        ...HIER,
        kosten: 'gratis',
        redenen: ['licht', 'groep', 'iedereen', 'gratis', 'recent'],
        bevestigdOp: '2026-11-16T09:00:00+01:00',
        wensen: [
          wens('wijk', ['WK019330'], 'in holtenbroek', 'past'),
          wens('dag', ['di'], 'op dinsdagavond', 'past'),
          wens('dagdeel', ['avond'], 'op dinsdagavond', 'past'),
          wens('kosten', ['gratis'], 'gratsi', 'past'),
          wens('vorm', ['groep'], 'groepje', 'past'),
        ],
      }),
    ).toEqual({
      why: ['in Holtenbroek', 'op dinsdagavond', 'gratis', 'groep', 'makkelijk om mee te beginnen'],
      but: [],
    })
  })

  it('zegt wat anders is en wat niemand weet, hoogstens twee dingen', () => {
    expect(
      told({
        redenen: ['licht', 'groep', 'iedereen', 'recent'],
        bevestigdOp: '2026-11-16T09:00:00+01:00',
        wensen: [
          wens('wijk', ['WK019330'], 'in holtenbroek', 'past-niet'),
          wens('datum', ['2026-11-22', '2026-11-22'], 'Vanavond', 'onbekend'),
          wens('dagdeel', ['avond'], 'Vanavond', 'onbekend'),
          wens('kosten', ['gratis'], 'gratis', 'past-niet'),
        ],
      }),
    ).toEqual({
      why: ['makkelijk om mee te beginnen', 'groep', 'iedereen welkom'],
      but: ['niet in Holtenbroek', 'tijd onbekend'],
    })
  })
})
