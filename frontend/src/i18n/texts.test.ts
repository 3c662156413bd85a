import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { leaves } from './leaves'
import nl from './nl.json'

const SRC = join(import.meta.dirname, '..')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen)\./.test(file))
  .map((file) => readFileSync(join(SRC, file), 'utf8'))
  .join('\n')

const texts = leaves(nl)

// That no key is missing is checked by the compiler: see the declaration in index.ts.
it('gebruikt elke tekst in het taalbestand', () => {
  const unused = texts
    .map(([key]) => key.replace(/_(zero|one|other)$/, ''))
    .filter((key) => !sources.includes(`'${key}'`) && !isComposed(key))
  expect(unused).toEqual([])
})

/** Whether a key is put together from parts: t(`tijd.vandaag.${dagdeel}`). */
function isComposed(key: string): boolean {
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
    return template.test(sources)
  })
}

const escape = (text: string) => text.replaceAll('.', String.raw`\.`)

const NEVER = [
  'voorziening',
  'participatie',
  'laagdrempelig',
  'doelgroep',
  'indicatie',
  'kwetsbaar',
  'voorveld',
]

it('gebruikt geen woorden van beleid', () => {
  const found = texts.filter(([, text]) => NEVER.some((word) => text.toLowerCase().includes(word)))
  expect(found).toEqual([])
})

it('spreekt mensen aan met je', () => {
  expect(texts.filter(([, text]) => /\b(u|uw)\b/i.test(text))).toEqual([])
})
