import { expect, it } from 'vitest'
import { createTranslator } from './translator'

const texts = {
  zoeken: {
    gevonden_zero: 'Niets',
    gevonden_one: '1 ding',
    gevonden_other: '{{count}} dingen',
    titel: '{{wat}} in {{waar}}',
  },
}
// The key type is that of the real texts; these are only like them.
const { t } = createTranslator('nl', texts)

it('kiest de vorm die bij het aantal hoort', () => {
  expect([0, 1, 2].map((count) => t('zoeken.gevonden', { count }))).toEqual([
    'Niets',
    '1 ding',
    '2 dingen',
  ])
})

it('volgt de meervouden van de taal', () => {
  const arabic = createTranslator('ar', {
    zoeken: { gevonden_two: 'twee', gevonden_other: 'veel' },
  })
  expect(arabic.t('zoeken.gevonden', { count: 2 })).toBe('twee')
  expect(arabic.t('zoeken.gevonden', { count: 7 })).toBe('veel')
})

it('vult in wat er hoort, en niet wat erin zit', () => {
  const wat = '{{waar}} <b>$&</b>'
  expect(createTranslator('nl', { zoeken: { label: '{{wat}}!' } }).t('zoeken.label', { wat })).toBe(
    '{{waar}} <b>$&</b>!',
  )
})

it('toont de sleutel van een tekst die er niet is', () => {
  expect(createTranslator('nl', {}).t('zoeken.knop')).toBe('zoeken.knop')
})
