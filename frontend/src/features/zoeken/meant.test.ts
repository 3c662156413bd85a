import { expect, it } from 'vitest'
import { meantWords } from './meant'

const marked = (typed: string, corrected: string) =>
  meantWords(typed, corrected)
    .map(({ tekst, raak }) => (raak ? `[${tekst}]` : tekst))
    .join('')

it('houdt hoofdletters en accenten van wat goed was', () => {
  expect(marked('Café voor ouderen, wandellen!', 'cafe voor ouderen wandelen')).toBe(
    'Café voor ouderen [wandelen]',
  )
})

it('geeft de verbeterde vraag zoals hij is als de woorden niet gelijk oplopen', () => {
  expect(marked('schuld hulp verlenning', 'schuldhulp verlening')).toBe('schuldhulp verlening')
})
