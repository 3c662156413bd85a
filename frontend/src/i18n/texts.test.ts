import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { ALL_DUTCH } from './allDutch'
import { leaves } from './leaves'

const SRC = join(import.meta.dirname, '..')
const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen)\./.test(file))
  .map((file) => ({ folder: dirname(file), source: readFileSync(join(SRC, file), 'utf8') }))
const sources = modules.map(({ source }) => source).join('\n')

const pages = Object.entries(ALL_DUTCH).filter(([name]) => name !== 'site')
const texts = Object.values(ALL_DUTCH).flatMap((file) => leaves(file))

it('kent elk taalbestand van een pagina', () => {
  const files = readdirSync(join(import.meta.dirname, 'nl'))
  expect(pages.map(([name]) => `${name}.json`)).toEqual(files.sort())
})

// A text that is not there when a page is drawn shows its key, and no compiler sees that.
it.each(pages)('brengt de teksten van %s mee waar ze gezegd worden', (name, file) => {
  const bringing = modules
    .filter(({ source }) => source.includes(`'@/i18n/nl/${name}.json'`))
    .map(({ folder }) => folder)
    .filter((folder) => folder !== 'i18n')
  const keys = leaves(file).map(([key]) => baseOf(key))
  const bare = modules
    .filter(({ folder }) => !bringing.some((one) => `${folder}/`.startsWith(`${one}/`)))
    .filter(({ source }) => keys.some((key) => says(source, key)))
  expect(bringing).not.toEqual([])
  expect(bare.map(({ folder }) => folder)).toEqual([])
})

it('heeft elke tekst in een bestand', () => {
  expect(texts).toHaveLength(new Set(texts.map(([key]) => key)).size)
})

// That no key is missing is checked by the compiler: see the declaration in index.ts.
it('gebruikt elke tekst in het taalbestand', () => {
  const unused = texts.map(([key]) => baseOf(key)).filter((key) => !says(sources, key))
  expect(unused).toEqual([])
})

function baseOf(key: string): string {
  return key.replace(/_(zero|one|other)$/, '')
}

/** Whether a source has a key, whole or put together from parts: t(`tijd.vandaag.${dagdeel}`). */
function says(source: string, key: string): boolean {
  return source.includes(`'${key}'`) || isComposed(source, key)
}

function isComposed(source: string, key: string): boolean {
  const parts = key.split('.')
  return parts.some((_, i) => {
    if (i === 0) return false
    const before = parts.slice(0, i).join('.')
    const after = parts.slice(i + 1).join('.')
    const template = new RegExp(
      '`' +
        escape(before) +
        String.raw`\.\$\{[^}\`]+\}+` +
        (after ? escape(`.${after}`) : '') +
        '`',
    )
    return template.test(source)
  })
}

const escape = (text: string) => text.replaceAll('.', String.raw`\.`)

// The same list and the same length as for what organisations write: backend aanbod/readability.py.
const LONGEST = 15
const WORDS = readFileSync(
  join(SRC, '../../backend/sociale_kaart/data/moeilijke-woorden.csv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split(';'))
const HARD = new RegExp(
  WORDS.map(([word = '', , anywhere]) =>
    anywhere === 'ja' ? word : String.raw`(?<!\p{L})${word}(?!\p{L})`,
  ).join('|'),
  'iu',
)

it('gebruikt geen woorden van beleid, en geen die moeilijk zijn', () => {
  const never = ['voorziening', 'participatie', 'laagdrempelig', 'indicatie', 'kwetsbaar']
  expect(never.every((word) => HARD.test(word))).toBe(true)
  expect(texts.filter(([, text]) => HARD.test(text))).toEqual([])
})

it('schrijft korte zinnen', () => {
  const sentences = texts.flatMap(([, text]) => text.split(/(?<=[.!?…])\s+/))
  const long = sentences.filter((sentence) => sentence.split(/\s+/).length > LONGEST)
  expect(long).toEqual([])
})

it('spreekt mensen aan met je', () => {
  expect(texts.filter(([, text]) => /\b(u|uw)\b/i.test(text))).toEqual([])
})
