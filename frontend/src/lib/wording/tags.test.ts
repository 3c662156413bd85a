import { expect, it } from 'vitest'
import { eenAanbod } from '@/test/aanbod'
import { tagsFor } from './tags'

const kinds = (...args: Parameters<typeof tagsFor>) => tagsFor(...args).map(({ kind }) => kind)

it('laat weg wat bij alle resultaten hetzelfde is', () => {
  const one = eenAanbod({ ambities: ['1'], soort: 'cursus' })
  const other = eenAanbod({ ambities: ['1'], soort: 'activiteit' })
  expect(kinds(one, [one, other])).toEqual(['soort'])
})

it('toont er hoogstens drie, het belangrijkste eerst', () => {
  const one = eenAanbod({ openVoor: 'leden', vrijwilligersGezocht: true, soort: 'cursus' })
  const other = eenAanbod({ ambities: ['2'], openVoor: 'iedereen' })
  expect(kinds(one, [one, other])).toEqual(['ambitie', 'open', 'vrijwilligers'])
})

it('toont bij één resultaat wat het is', () => {
  const only = eenAanbod({ soort: 'cursus' })
  expect(kinds(only, [only])).toEqual(['ambitie', 'soort'])
})
