import { expect, it } from 'vitest'
import { sayable, sayPhone, sentencesOf } from './sayable'

it.each([
  ['038 000 12 34', '0 3 8, 0 0 0, 1 2, 3 4'],
  ['038-0001234', '0 3 8, 0 0 0 1 2 3 4'],
  ['0380001234', '0 3 8, 0 0, 0 1, 2 3, 4'],
  ['+31 38 000 12 34', 'plus, 3 1, 3 8, 0 0 0, 1 2, 3 4'],
  ['113', '1 1 3'],
  ['14 038', '1 4, 0 3 8'],
  ['', ''],
])('zegt het nummer %s cijfer voor cijfer', (number, said) => {
  expect(sayPhone(number)).toBe(said)
})

it.each([
  // Telefoon, alleen waar het er een is.
  ['Bel 038 000 12 34 voor een plek.', 'Bel 0 3 8, 0 0 0, 1 2, 3 4 voor een plek.'],
  ['Bel 0800-0113, dat is gratis.', 'Bel 0 8 0 0, 0 1 1 3, dat is gratis.'],
  ['Bel 113 of app.', 'Bel 1 1 3 of app.'],
  ['Bel naar 14 038.', 'Bel naar 1 4, 0 3 8.'],
  ['Er zijn 112 leden.', 'Er zijn 112 leden.'],
  ['Bel 100 keer.', 'Bel 100 keer.'],
  ['In 2026 kwamen er 1500 mensen.', 'In 2026 kwamen er 1500 mensen.'],
  // Geld.
  ['Het kost € 2,50 per keer.', 'Het kost 2 euro 50 per keer.'],
  ['Koffie is €1.', 'Koffie is 1 euro.'],
  ['€ 0,75 of € 3,-', '75 cent of 3 euro'],
  ['Je krijgt € 1.250,00.', 'Je krijgt 1250 euro.'],
  ['Het kost 2,05 euro.', 'Het kost 2 euro 5.'],
  ['Het kost 3 euro.', 'Het kost 3 euro.'],
  // Tijd.
  ['Om 19.30 uur beginnen we.', 'Om half acht beginnen we.'],
  ['Van 10.00 tot 12.15 uur.', 'Van tien uur tot kwart over twaalf.'],
  ['9:45-11:00 uur', 'kwart voor tien tot elf uur'],
  ['10-12 uur', '10 tot 12 uur'],
  ['Kom om 13.20.', 'Kom om 10 voor half twee.'],
  ['Elke dinsdag, vanaf 14.05 uur', 'Elke dinsdag, vanaf 5 over twee'],
  ['om 7.40 uur of 0.50 uur', 'om 10 over half acht of 10 voor één'],
  ['Versie 1.20 en bijlage 3.15', 'Versie 1.20 en bijlage 3.15'],
  ['Vanaf 12.05.2026', 'Vanaf 12.05.2026'],
  // Adressen.
  ['Dorpsstraat 1, 8031 AB Zwolle', 'Dorpsstraat 1, 8 0 3 1 A B Zwolle'],
  ['Mail info@example.org.', 'Mail info apenstaartje example punt org.'],
  ['Kijk op https://www.example.org/kom-langs.', 'Kijk op example punt org.'],
  // Afkortingen.
  [
    'Ma t/m vr, bijv. in de ochtend, ca. 2 uur',
    'Ma tot en met vr, bijvoorbeeld in de ochtend, ongeveer 2 uur',
  ],
  ['Niets te veranderen.', 'Niets te veranderen.'],
  ['', ''],
])('zegt %s zoals mensen het zeggen', (written, said) => {
  expect(sayable(written)).toBe(said)
})

it('leest zin voor zin', () => {
  expect(sentencesOf('Kom binnen! Wil je koffie? Neem plaats.')).toEqual([
    'Kom binnen!',
    'Wil je koffie?',
    'Neem plaats.',
  ])
  expect(sentencesOf('  ')).toEqual([])
})
