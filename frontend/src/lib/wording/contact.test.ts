import { expect, it } from 'vitest'
import { phoneHref, readableUrl, webHref } from './contact'

it('maakt van een nummer iets om op te tikken', () => {
  expect(phoneHref('038 - 000 10 01')).toBe('tel:0380001001')
  expect(phoneHref('+31 38 000 10 01')).toBe('tel:+31380001001')
})

it('vertrouwt niet elk webadres', () => {
  expect(webHref('debrug.example.org')).toBe('https://debrug.example.org')
  expect(webHref('http://debrug.example.org')).toBe('http://debrug.example.org')
  expect(webHref('javascript:alert(1)')).toBeNull()
  expect(webHref('geen adres')).toBeNull()
  expect(webHref(null)).toBeNull()
})

it('toont een webadres zonder ruis', () => {
  expect(readableUrl('https://www.debrug.example.org/')).toBe('debrug.example.org')
})
