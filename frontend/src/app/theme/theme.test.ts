import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, valuesOf, type Asked } from '@/test/colours'

const require = createRequire(import.meta.url)
const SRC = join(import.meta.dirname, '../..')
const THEMAS = join(SRC, '../themas')
const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')
const names = (css: string, pattern: RegExp) =>
  [...css.matchAll(pattern)].map(([, name = '']) => name)
const themas = readdirSync(THEMAS)
const themaOf = (thema: string) => readFileSync(join(THEMAS, thema, 'theme.css'), 'utf8')
const sheets = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join(SRC, file), 'utf8'))
const all = sheets.join('\n')

it('zegt elke variabele die de gebruikte onderdelen vragen', () => {
  const used = names(read('./components.css'), /@import '([^']+)'/g)
  expect(used.length).toBeGreaterThan(5)
  const wanted = used.flatMap((sheet) =>
    names(readFileSync(require.resolve(sheet), 'utf8'), /var\((--ams-[\w-]+)/g),
  )
  const defined = new Set(names(read('./amsterdam.css'), /(--ams-[\w-]+):/g))
  const own = /^--ams-(icon-line-height|icon-font-size)$/ // set by the sheets themselves
  expect(wanted.filter((name) => !defined.has(name) && !own.test(name))).toEqual([])
})

it('beweegt alleen zo lang als mag, en niets wanneer iemand dat vraagt', () => {
  const moving = names(all, /transition: ([^;]+);/g)
  expect(moving.length).toBeGreaterThan(3)
  expect(moving.filter((value) => !value.includes('var(--sk-motion)'))).toEqual([])
  for (const sheet of sheets.filter((each) => each.includes('animation:')))
    expect(sheet).toMatch(/@media \(prefers-reduced-motion: no-preference\)[^@]+animation:/)
  expect(valuesOf(read('./derived.css'), { lessMotion: true }).get('--sk-motion')).toBe('0ms')
})

describe.each(themas)('het thema %s', (thema) => {
  const css = themaOf(thema) + read('./derived.css')
  const root = (sheet: string) => sheet.split('@media')[0] ?? ''

  it('is klein genoeg om in een uur te vervangen, en zegt wat elk thema zegt', () => {
    const own = names(root(themaOf(thema)), /(--sk-[\w-]+):/g)
    expect(new Set(own).size).toBeLessThanOrEqual(34)
    expect(own).toEqual(names(root(themaOf('zwolle')), /(--sk-[\w-]+):/g))
  })

  it('zegt elke variabele die ergens gebruikt wordt', () => {
    const local = names(all, /^\s+(--sk-[\w-]+):/gm)
    const known = new Set([...valuesOf(css, {}).keys(), ...local])
    expect(names(all, /var\((--sk-[\w-]+)/g).filter((name) => !known.has(name))).toEqual([])
  })

  it.each<[string, Asked, number]>([
    ['licht', {}, 4.5],
    ['donker', { dark: true }, 4.5],
    ['licht met meer contrast', { more: true }, 7],
    ['donker met meer contrast', { dark: true, more: true }, 7],
  ])('geeft tekst genoeg contrast: %s', (_, asked, least) => {
    const values = valuesOf(css, asked)
    const ratio = (one: string, other: string) =>
      contrast(values.get(`--sk-${one}`) ?? '', values.get(`--sk-${other}`) ?? '')
    const faint = [...TEXT_ON, ...writtenPairs()].filter(
      ([text, on]) => !(ratio(text, on) >= least),
    )
    expect(faint).toEqual([])
    const LINES = [
      ['line', 'paper'],
      ['line', 'card'],
      ['map-line', 'map-land'],
      ['map-line', 'map-ground'],
    ] as const
    expect(LINES.filter(([line, on]) => !(ratio(line, on) >= 3))).toEqual([])
  })
})

it('kent elke kleur die ergens de kleur van tekst is', () => {
  const used = names(all, /[^-]color: var\(--sk-([\w-]+)\)/g)
  const known = new Set([...TEXT_ON.map(([text]) => text), 'ambitie', 'card'])
  expect(used.length).toBeGreaterThan(50)
  expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([])
})

/** Rules that say both the colour of the text and that of what it stands on. */
function writtenPairs(): [string, string][] {
  return names(all, /\{([^{}]*)\}/g).flatMap((rule) => {
    const [text] = names(rule, /(?:^|[^-])color: var\(--sk-([\w-]+)\)/g)
    const [on] = names(rule, /background(?:-color)?: var\(--sk-([\w-]+)\)/g)
    return text && on && !isAmbitie(text) && !isAmbitie(on) ? [[text, on] as [string, string]] : []
  })
}

/** One of the three, which the page chooses; all three are told of below. */
const isAmbitie = (name: string) => /^ambitie(-pale)?$/.test(name)

const TEXT_ON: readonly (readonly [string, string])[] = [
  ...['ink', 'muted', 'main', 'main-deep', 'good', 'attention', 'wrong'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'card'] as const,
  ]),
  ...['1', '2', '3'].flatMap((code) => [
    [`ambitie-${code}`, 'paper'] as const,
    [`ambitie-${code}`, 'card'] as const,
    [`ambitie-${code}`, `ambitie-${code}-pale`] as const,
    ['ink', `ambitie-${code}-pale`] as const,
  ]),
  ['on-main', 'main'],
  ['on-main', 'main-deep'],
  ['on-band', 'band'],
  ['warm', 'band'],
  ['on-warm', 'warm'],
  ['ink', 'warm-pale'],
  ['main', 'warm-pale'],
  ['main-deep', 'warm-pale'],
  ['muted', 'warm-pale'],
  ['ink', 'attention-pale'],
  ['main', 'attention-pale'],
  ['attention', 'attention-pale'],
  ['muted', 'map-land'],
  ['muted', 'map-ground'],
]
