import data from './outlines.gen.json'

/** The wijken as small outlines; made by scripts/generate-outlines.mjs. */
export interface Outline {
  code: string
  slug: string
  naam: string
  /** Where most people live. */
  x: number
  y: number
  /** Where the name fits best, and how much room it has there. */
  nx: number
  ny: number
  room: number
  d: string
}

export const outlines: readonly Outline[] = data.wijken
const [, , width, height] = data.viewBox as [number, number, number, number]
export const size = { width, height }

export function findOutline(codeOrSlug: string | null | undefined): Outline | undefined {
  return outlines.find(({ code, slug }) => code === codeOrSlug || slug === codeOrSlug)
}

export const namesOfWijken = (codes: string[]) =>
  codes.map((code) => findOutline(code)?.naam ?? code).join(', ')

export function project(lat: number, lon: number): { x: number; y: number } {
  const { west, north, scale, lonScale } = data.projection
  return { x: (lon - west) * lonScale, y: (north - lat) * scale }
}

export function unproject(x: number, y: number): { lat: number; lon: number } {
  const { west, north, scale, lonScale } = data.projection
  return { lat: north - y / scale, lon: west + x / lonScale }
}

const WINDOW = 230
const MARGIN = 45

/**
 * The part of the patchwork that a small locator shows: a square around where most wijken lie,
 * moved no further than needed to hold the given one. The whole municipality would make the inner
 * wijken too small to see.
 */
export function locatorWindow(outline: { x: number; y: number }): string {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  const shift = (centre: number, point: number) => {
    const reach = WINDOW / 2 - MARGIN
    return Math.round(Math.min(Math.max(centre, point - reach), point + reach) - WINDOW / 2)
  }
  const x = shift(middle(outlines.map((each) => each.x)), outline.x)
  const y = shift(middle(outlines.map((each) => each.y)), outline.y)
  return `${x} ${y} ${WINDOW} ${WINDOW}`
}

const CLOSE = 150

/** A closer look, around one place. */
export function closeWindow({ x, y }: { x: number; y: number }): string {
  return `${Math.round(x - CLOSE / 2)} ${Math.round(y - CLOSE / 2)} ${CLOSE} ${CLOSE}`
}
