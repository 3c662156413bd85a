import { expect, it } from 'vitest'
import { qrPath } from './qrPath'

const LINK = 'https://kaart.example.org/aanbod/koffie-in-de-brug'

it('heeft de drie hoeken waaraan een camera een code kent, met licht eromheen', () => {
  const { size, path } = qrPath(LINK)
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x},${y}`))
  expect((size - 8 - 17) % 4).toBe(0)
  const last = size - 5
  for (const [x, y] of [
    [4, 4],
    [last - 6, 4],
    [4, last - 6],
  ] as const) {
    for (let i = 0; i < 7; i++) {
      expect([dark.has(`${x + i},${y}`), dark.has(`${x + i},${y + 6}`)]).toEqual([true, true])
    }
    expect(dark.has(`${x + 1},${y + 1}`)).toBe(false)
    expect(dark.has(`${x + 3},${y + 3}`)).toBe(true)
  }
  for (let i = 0; i < size; i++) expect(dark.has(`${i},3`) || dark.has(`3,${i}`)).toBe(false)
})

it('is voor elk adres een andere, en voor hetzelfde adres dezelfde', () => {
  expect(qrPath(LINK)).toEqual(qrPath(LINK))
  expect(qrPath(LINK).path).not.toBe(qrPath(`${LINK}-2`).path)
})
