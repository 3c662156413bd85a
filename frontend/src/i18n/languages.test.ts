import { describe, expect, it } from 'vitest'
import {
  directionOf,
  LANGUAGES,
  languageOf,
  localeOf,
  withLanguage,
  withoutLanguage,
} from './languages'

const PAGES = ['/', '/zoeken', '/over', '/aanbod/koffie', '/organisaties/de-brug', '/bestaat/niet']

describe('de taal in het adres', () => {
  it.each([
    ['/', 'nl'],
    ['/zoeken', 'nl'],
    ['/en', 'en'],
    ['/en/', 'en'],
    ['/en/zoeken', 'en'],
    ['/nl/zoeken', 'nl'],
    ['/entree', 'nl'],
    ['/EN/zoeken', 'nl'],
    ['/aanbod/en', 'nl'],
    ['', 'nl'],
  ])('is bij %s het %s', (pathname, language) => {
    expect(languageOf(pathname)).toBe(language)
  })

  it.each(LANGUAGES.map(({ code }) => code))('komt er in het %s op en er weer af', (language) => {
    for (const page of PAGES) {
      const address = withLanguage(language, page)
      expect(languageOf(address)).toBe(language)
      expect(withoutLanguage(address)).toBe(page)
    }
  })

  it('heeft bij het begin geen streep op het eind', () => {
    expect(withLanguage('en', '/')).toBe('/en')
    expect(withoutLanguage('/en/')).toBe('/')
  })
})

it('loopt van rechts naar links als de taal dat doet', () => {
  expect([directionOf('nl'), directionOf('ar')]).toEqual(['ltr', 'rtl'])
})

it('telt in elke taal met dezelfde cijfers', () => {
  for (const { code } of LANGUAGES) {
    expect(new Intl.NumberFormat(localeOf(code)).format(9)).toBe('9')
  }
})
