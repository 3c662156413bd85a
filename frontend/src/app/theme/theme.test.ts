import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const names = (css: string, pattern: RegExp) => [...css.matchAll(pattern)].map(([, name]) => name)

it('zegt elke variabele die de gebruikte onderdelen vragen', () => {
  const sheets = names(read('./components.css'), /@import '([^']+)'/g)
  expect(sheets.length).toBeGreaterThan(5)
  const wanted = sheets.flatMap((sheet) =>
    names(readFileSync(require.resolve(sheet ?? ''), 'utf8'), /var\((--ams-[\w-]+)/g),
  )
  const defined = new Set(names(read('./amsterdam.css'), /(--ams-[\w-]+):/g))
  const own = /^--ams-(icon-line-height|icon-font-size)$/ // set by the sheets themselves
  expect(wanted.filter((name) => !defined.has(name ?? '') && !own.test(name ?? ''))).toEqual([])
})

it('houdt het thema klein genoeg om in een uur te vervangen', () => {
  const root = read('./theme.css').split('@media')[0] ?? ''
  expect(new Set(names(root, /(--sk-[\w-]+):/g)).size).toBeLessThanOrEqual(36)
})

it('geeft tekst genoeg contrast, in licht en donker', () => {
  const [light = '', dark = ''] = read('./theme.css').split('@media')
  for (const scheme of [light, light + dark]) {
    const colour = (name: string) =>
      names(scheme, new RegExp(`--sk-${name}: (#[0-9a-f]{6})`, 'g')).at(-1)
    for (const [text, surface] of TEXT_ON) {
      const ratio = contrast(colour(text) ?? '', colour(surface) ?? '')
      expect(ratio, `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const surface of ['paper', 'card']) {
      expect(contrast(colour('line') ?? '', colour(surface) ?? '')).toBeGreaterThanOrEqual(3)
    }
  }
})

const TEXT_ON = [
  ...['ink', 'muted', 'blue', 'blue-deep', 'good', 'attention', 'wrong'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'card'] as const,
  ]),
  ...['1', '2', '3'].flatMap((code) => [
    [`ambitie-${code}`, 'paper'] as const,
    [`ambitie-${code}`, 'card'] as const,
    [`ambitie-${code}`, `ambitie-${code}-pale`] as const,
    ['ink', `ambitie-${code}-pale`] as const,
  ]),
  ['on-blue', 'blue'] as const,
  ['on-blue', 'blue-deep'] as const,
  ['on-band', 'band'] as const,
  ['on-warm', 'warm'] as const,
  ['ink', 'warm-pale'] as const,
  ['blue', 'warm-pale'] as const,
  ['ink', 'attention-pale'] as const,
  ['blue', 'attention-pale'] as const,
  ['attention', 'attention-pale'] as const,
]

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
