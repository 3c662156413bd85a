import { expect, it } from 'vitest'
import { findOutline, locatorWindow, outlines, project, size, unproject } from './outlines'

it('kent de zestien wijken, elk met een omtrek', () => {
  expect(outlines).toHaveLength(16)
  for (const { d } of outlines) expect(d).toMatch(/^M[\d ]+l[-\d ]+z$/)
})

it('vindt een wijk op code en op naam in het adres', () => {
  expect(findOutline('holtenbroek')).toBe(findOutline('WK019330'))
  expect(findOutline('nergens')).toBeUndefined()
  expect(findOutline(null)).toBeUndefined()
})

it('zet een plek op de tekening en weer terug', () => {
  const { x, y } = project(52.5269, 6.0841)
  expect(x).toBeGreaterThan(0)
  expect(x).toBeLessThan(size.width)
  const { lat, lon } = unproject(x, y)
  expect(lat).toBeCloseTo(52.5269, 6)
  expect(lon).toBeCloseTo(6.0841, 6)
})

it('houdt elke wijk binnen het venster van de kleine kaart', () => {
  for (const wijk of outlines) {
    const [x = 0, y = 0, side = 0] = locatorWindow(wijk).split(' ').map(Number)
    expect(wijk.x).toBeGreaterThanOrEqual(x)
    expect(wijk.x).toBeLessThanOrEqual(x + side)
    expect(wijk.y).toBeGreaterThanOrEqual(y)
    expect(wijk.y).toBeLessThanOrEqual(y + side)
  }
})
