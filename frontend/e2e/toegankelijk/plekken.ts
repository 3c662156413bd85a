import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { expect } from '../page'

const KEY = '01900000-0000-7000-8000-000000000000'
const verwant = (nr: number, given: object) => ({
  id: `01900000-0000-7000-8000-00000000000${nr}`,
  titel: 'Koffie in de buurt',
  status: 'concept',
  wijken: ['WK019322'],
  ...given,
})
const ANY = {
  titel: 'Koffie in de buurt',
  versie: 1,
  delen: [],
  wacht: false,
  kopieen: [],
  plekken: [{ id: KEY, plek: 'Buurthuis De Stemvork, Draaiorgelpad 12, 8031 ZX, Zwolle' }],
}
const apart = (veld: string, weg: string, erbij: string) => ({
  veld,
  stand: 'wijkt-af',
  verschillen: [
    {
      veld,
      vorm: 'tekst',
      stukken: [
        { soort: 'weg', tekst: weg },
        { soort: 'erbij', tekst: erbij },
      ],
    },
  ],
})

async function openPlekken(page: Page, given: object) {
  await page.route('**/aanbod/*/plekkopieen', (route) =>
    route.fulfill({ json: { ...ANY, ...given } }),
  )
  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Op meer plekken' }).first().click()
}

/** Copies that there are, and making more of them without having chosen where. */
export async function seeCopies(page: Page) {
  const kopieen = [verwant(1, { status: 'gepubliceerd', plek: 'De Brug' }), verwant(2, {})]
  await openPlekken(page, { kopieen })
  await page.getByRole('button', { name: 'Maak kopieën' }).click()
  await expect(page.getByText('Kies minstens één plek of wijk.')).toBeVisible()
}

/** A copy of which something differs, on the way to standing by itself. */
export async function seeCopy(page: Page) {
  await openPlekken(page, {
    origineel: verwant(3, { status: 'gepubliceerd' }),
    wacht: true,
    delen: [
      { veld: 'samenvatting', stand: 'loopt-mee', verschillen: [] },
      { veld: 'leeftijdVan', stand: 'loopt-mee', verschillen: [] },
      apart('titel', 'Koffie in de buurt', 'Thee in de buurt'),
    ],
  })
  await page.getByText('2 onderdelen lopen mee. Welke zijn dat?').click()
  await page.getByRole('button', { name: 'Maak deze kopie los' }).click()
  await expect(page.getByRole('button', { name: 'Ja, maak los' })).toBeVisible()
}
