import { expect, test } from 'vitest'
import { meldingIn, returnAddress } from './melding'

test('what went wrong is told in words, also when its code is new to this page', () => {
  expect(meldingIn('?melding=geen-rol')).toBe('medewerkers.melding.geenRol')
  expect(meldingIn('?melding=iets-nieuws')).toBe('medewerkers.melding.mislukt')
  expect(meldingIn('?melding=toString')).toBe('medewerkers.melding.mislukt')
  expect(meldingIn('?q=geen-rol')).toBeUndefined()
})

test('after logging in the page comes back, without what went wrong on the way', () => {
  const back = (pathname: string, search: string) => returnAddress({ pathname, search })
  expect(back('/mijn', '?melding=mislukt')).toBe('/mijn')
  expect(back('/mijn/aanbod', '?melding=mislukt&pagina=2')).toBe('/mijn/aanbod?pagina=2')
  expect(back('/mijn', '')).toBe('/mijn')
})
