import { expect, it } from 'vitest'
import { leaves } from './leaves'
import { createTranslator, type Tree } from './translator'

const said = (tree: Tree) => new Map(leaves(tree))

const texts = said({
  zoeken: {
    gevonden_zero: 'Niets',
    gevonden_one: '1 ding',
    gevonden_other: '{{count}} dingen',
    titel: '{{wat}} in {{waar}}',
  },
})
// The key type is that of the real texts; these are only like them.
const { t } = createTranslator('nl', texts)

it('kiest de vorm die bij het aantal hoort', () => {
  expect([0, 1, 2].map((count) => t('zoeken.gevonden', { count }))).toEqual([
    'Niets',
    '1 ding',
    '2 dingen',
  ])
})

it('zegt in het Nederlands wat in een andere taal ontbreekt, met de vorm van het Nederlands', () => {
  const english = createTranslator(
    'en',
    said({ zoeken: { gevonden_one: '1 thing', gevonden_other: '{{count}} things' } }),
    createTranslator('nl', texts),
  )
  expect(english.t('zoeken.gevonden', { count: 0 })).toBe('0 things')
  const empty = createTranslator('en', said({}), createTranslator('nl', texts))
  expect(empty.t('zoeken.gevonden', { count: 0 })).toBe('Niets')
})

it('kent de woorden bij een code, of laat dat aan de API', () => {
  const { label } = createTranslator('en', said({ vocabularia: { themas: { eten: 'Food' } } }))
  expect([label('themas', 'eten'), label('themas', 'nieuw')]).toEqual(['Food', undefined])
})

it('vult in wat er hoort, en niet wat erin zit', () => {
  const wat = '{{waar}} <b>$&</b>'
  expect(
    createTranslator('nl', said({ zoeken: { label: '{{wat}}!' } })).t('zoeken.label', { wat }),
  ).toBe('{{waar}} <b>$&</b>!')
})

it('toont de sleutel van een tekst die er niet is', () => {
  expect(createTranslator('nl', said({})).t('zoeken.knop')).toBe('zoeken.knop')
})
