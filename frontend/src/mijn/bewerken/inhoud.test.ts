import { expect, it } from 'vitest'
import { merge, same } from './inhoud'

it('ziet leeg, weg en niets als hetzelfde', () => {
  expect(same({ titel: 'a', kosten: null, contact: { naam: '' } }, { titel: 'a' })).toBe(true)
  expect(same({ themas: [] }, {})).toBe(true)
  expect(same({ themas: ['a', 'b'] }, { themas: ['b', 'a'] })).toBe(false)
  expect(same({ vrijwilligersGezocht: false }, {})).toBe(false)
  expect(same({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } })).toBe(true)
  expect(same('1', 1)).toBe(false)
})

it('voegt samen wat twee mensen in andere velden schreven', () => {
  const basis = { titel: 'Koffie', meebrengen: 'Niets' }
  const { samen, vragen } = merge(
    basis,
    { ...basis, titel: 'Thee' },
    { ...basis, meebrengen: 'Een kopje', nietVoor: 'Honden' },
  )
  expect(vragen).toEqual([])
  expect(samen).toEqual({ titel: 'Thee', meebrengen: 'Een kopje', nietVoor: 'Honden' })
})

it('vraagt alleen over wat allebei veranderden, elk anders', () => {
  const basis = { titel: 'Koffie', samenvatting: 'Oud', kosten: 'gratis' }
  const { samen, vragen } = merge(
    basis,
    { titel: 'Thee', samenvatting: 'Nieuw', kosten: 'gratis' },
    { titel: 'Soep', samenvatting: 'Nieuw' },
  )
  expect(vragen).toEqual([{ veld: 'titel', hier: 'Thee', daar: 'Soep' }])
  expect(samen.titel).toBe('Thee')
  // The other took it out, and this one left it as it was.
  expect(samen.kosten).toBeUndefined()
})
