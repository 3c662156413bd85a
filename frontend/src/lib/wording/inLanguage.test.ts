import { expect, it } from 'vitest'
import { dutch, loadLanguage } from '@/i18n'
import type { Vocabularia } from '@/lib/api/types'
import { inLanguage } from './inLanguage'

const known = { code: 'eten', label: 'Eten en koken', ouder: '1', officieel: 'Voeding' }
const vocabularia = { themas: [known, { code: 'nieuwe', label: 'Iets nieuws' }] } as Vocabularia

it('laat het Nederlands zoals de API het zegt', () => {
  expect(inLanguage(vocabularia, dutch)).toBe(vocabularia)
})

it('zegt termen in de taal van de pagina, en merkt wat alleen in het Nederlands bestaat', async () => {
  expect(inLanguage(vocabularia, await loadLanguage('en')).themas).toEqual([
    { code: 'eten', label: 'Food and cooking', ouder: '1' },
    { code: 'nieuwe', label: 'Iets nieuws', lang: 'nl' },
  ])
})
