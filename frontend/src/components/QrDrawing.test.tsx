import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import QrDrawing from './QrDrawing'

const LINK = 'https://kaart.example.org/aanbod/koffie-in-de-brug'

/** The size of the drawing in modules, and the places of the dark ones. */
function drawn(address: string) {
  const { container } = render(<QrDrawing address={address} />)
  const size = Number(container.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2])
  const path = container.querySelector('path:last-child')?.getAttribute('d') ?? ''
  const dark = new Set<string>()
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) + i},${y}`)
  }
  return { size, path, dark }
}

it('heeft de drie hoeken waaraan een camera een code kent, met licht eromheen', () => {
  const { size, dark } = drawn(LINK)
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
  expect(drawn(LINK)).toEqual(drawn(LINK))
  expect(drawn(LINK).path).not.toBe(drawn(`${LINK}-2`).path)
})
