import { describe, expect, it } from 'vitest'
import { parseKeuze, vraagOf } from './keuze'

describe('wat iemand wil doen', () => {
  it.each([
    [{}, {}],
    [
      { tijd: 'uur', graag: 'eten', wijk: 'holtenbroek' },
      { tijd: 'uur', graag: ['eten'], wijk: 'holtenbroek' },
    ],
    [{ graag: ['sport', 'buiten', 'sport'] }, { graag: ['buiten', 'sport'] }],
    [{ tijd: 'eeuwig', graag: ['niets', 3], wijk: 'atlantis' }, {}],
    [{ tijd: ['uur'], wijk: ['a', 'b'] }, {}],
    [{ wijk: '' }, {}],
  ])('leest %j als %j', (values, keuze) => {
    expect(parseKeuze(values)).toEqual(keuze)
  })

  it('zoekt met meer tijd ook wat minder tijd vraagt', () => {
    const inzet = (tijd: unknown) => vraagOf(parseKeuze({ tijd })).inzet
    expect(inzet('af-en-toe')).toEqual(['af-en-toe'])
    expect(inzet('dagdeel')).toEqual(['af-en-toe', 'uur', 'dagdeel'])
    expect(inzet(undefined)).toBeUndefined()
  })

  it('zoekt alleen waar ze hulp zoeken', () => {
    expect(vraagOf({ graag: ['papieren', 'eten'], wijk: 'berkum' })).toEqual({
      vrijwilligersGezocht: true,
      thema: ['geld', 'recht', 'eten'],
      wijk: ['berkum'],
    })
  })
})
