import { expect, it } from 'vitest'
import { personalIn } from './personal'

const NOW = new Date('2026-11-30T12:00:00+01:00')

it.each([
  ['bel 038 000 12 34', 'telefoon'],
  ['06-12345678', 'telefoon'],
  ['+31 (0)6 1234 5678', 'telefoon'],
  ['tel.0380001234!', 'telefoon'],
  ['mail naar jan.jansen@example.org', 'email'],
  ['BSN 111222333', 'bsn'],
  ['1112.22.333', 'bsn'],
  ['geb. 12-3-1954', 'geboortedatum'],
  ['12 maart 1954', 'geboortedatum'],
  ['1954-03-12', 'geboortedatum'],
  ['03/12/54', 'geboortedatum'],
])('ziet in "%s" een %s', (text, kind) => {
  expect(personalIn(text, NOW)).toBe(kind)
})

it.each([
  '',
  'Elke dinsdag 10.00-12.00, kamer 12',
  'Ga op 3 december 2026 om 10.30',
  'Afspraak 3-12-26',
  'Bus 2 of 4, halte 8000',
  'Dorpsstraat 12, 8031 AA',
  'Kost 2,50 per keer, 10 keer 20 euro',
  'nummer 123456789',
])('laat "%s" staan', (text) => {
  expect(personalIn(text, NOW)).toBeNull()
})
