import { describe, expect, it } from 'vitest'
import { dutch } from '@/i18n'
import { reasonsOf } from './reasons'

const now = new Date('2026-11-22T12:00:00+01:00')
type Found = Parameters<typeof reasonsOf>[0]
const reasons = (found: Found) => reasonsOf(found, now, dutch.t, 'nl')

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
