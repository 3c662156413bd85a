/** What a visitor asks of the system. */
export interface Asked {
  dark?: boolean
  more?: boolean
  lessMotion?: boolean
}

const MEDIA: Record<keyof Asked, string> = {
  dark: '(prefers-color-scheme: dark)',
  more: '(prefers-contrast: more)',
  lessMotion: '(prefers-reduced-motion: reduce)',
}

/**
 * The variables that a style sheet gives the root to somebody who asks this, counted out: colours
 * as '#rrggbb'. Understands what our own sheets use: `var()` and `color-mix(in srgb, a p%, b)`.
 */
export function valuesOf(css: string, asked: Asked): Map<string, string> {
  const wanted = (condition: string) =>
    (Object.keys(MEDIA) as (keyof Asked)[]).some(
      (key) => asked[key] && condition.includes(MEDIA[key]),
    )
  const plain = css.replace(/\/\*.*?\*\//gs, '')
  const applying = plain.replace(
    /@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/g,
    (_, condition: string, inside: string) => (wanted(condition) ? inside : ''),
  )
  const said = new Map(
    [...applying.matchAll(/(--sk-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  return new Map([...said].map(([name, value]) => [name, countOut(value, said)]))
}

function countOut(value: string, said: Map<string, string>): string {
  const filled = value.replace(/var\((--sk-[\w-]+)\)/g, (_, name: string) =>
    countOut(said.get(name) ?? '', said),
  )
  const mix = /^color-mix\(in srgb, (#\w{6}) (\d+)%, (#\w{6})\)$/.exec(filled)
  if (!mix) return filled
  const [, one = '', share = '', other = ''] = mix
  const parts = channels(one).map((part, i) => {
    const rest = channels(other)[i] ?? 0
    return Math.round(rest + ((part - rest) * Number(share)) / 100)
  })
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))

/** How much two colours ('#rrggbb') differ, by WCAG 2.2: from 1 to 21; NaN for what is no colour. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
