import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { expect } from '../page'
import type { Open } from './states'

const piece = (soort: string, tekst: string) => ({ soort, tekst })

const waiting = (nr: number, given: object) => ({
  soort: 'wijziging',
  sinds: '2026-11-30T10:00:00.000000Z',
  aanbod: { id: `a-${nr}`, slug: `a-${nr}`, titel: `Koffie ${nr}`, versie: 2, wijken: ['Berkum'] },
  organisatie: { id: 'o', slug: 'o', naam: 'De Brug', vertrouwd: false, gecontroleerd: true },
  samenGoedTeKeuren: false,
  verschillen: [
    {
      veld: 'momenten',
      vorm: 'lijst',
      stukken: [
        piece('weg', 'elke dinsdag van 10.00 tot 12.00 uur'),
        piece('erbij', 'elke woensdag van 10.00 tot 12.00 uur'),
      ],
    },
  ],
  ...given,
})

/** What the demo seldom has: a change with a question before it, and small ones. */
const WAITING = [
  waiting(1, {
    organisatie: { id: 'n', slug: 'n', naam: 'Nieuw', vertrouwd: true, gecontroleerd: false },
    laatsteBesluit: {
      besluit: 'teruggestuurd',
      op: '2026-11-29T10:00:00Z',
      reden: 'Wat kost het?',
    },
    hindernis: 'intussen-veranderd',
    verschillen: [
      {
        veld: 'samenvatting',
        vorm: 'tekst',
        stukken: [piece('gelijk', 'Drink '), piece('weg', 'koffie'), piece('erbij', 'thee')],
      },
    ],
  }),
  waiting(2, { samenGoedTeKeuren: true }),
  waiting(3, { samenGoedTeKeuren: true }),
  waiting(4, { soort: 'nieuw' }),
]

/** What the history of one listing may say. */
const HAPPENED = [
  {
    ...{ id: 'r-1', op: '2026-11-30T10:00:00Z', handeling: 'voorstel-goedgekeurd' },
    ...{ wie: 'redactie', wijze: 'ingelogd', herstelbaar: true },
    verschillen: waiting(1, {}).verschillen,
  },
  {
    ...{ id: 'r-2', op: '2026-11-29T10:00:00Z', handeling: 'voorstel-teruggestuurd' },
    ...{ wie: 'redactie', reden: 'Wat kost het?', herstelbaar: false, verschillen: [] },
  },
]

/** What came on the map at once: of each kind one. */
const AFTERWARDS = [
  { ...waiting(1, {}), versie: 2 },
  { ...waiting(2, { soort: 'nieuw' }), versie: 2 },
  {
    soort: 'organisatie',
    sinds: '2026-11-30T10:00:00.000000Z',
    versie: 2,
    organisatie: { id: 'o', slug: 'o', naam: 'De Brug', vertrouwd: true, gecontroleerd: true },
    verschillen: [
      {
        veld: 'website',
        vorm: 'lijst',
        stukken: [
          piece('weg', 'https://debrug.example.org'),
          piece('erbij', 'https://debrug-in-holtenbroek-en-aalanden.example.org'),
        ],
      },
    ],
  },
].map((punt) => ({ ...punt, samenGoedTeKeuren: undefined }))

async function withQueue(page: Page, resultaten: object[]) {
  await page.route('**/api/v1/beoordelingen*', (route) =>
    route.fulfill({ json: { resultaten, totaal: resultaten.length } }),
  )
}

/** The pages of the redactie. */
export const REDACTIE: Record<string, Open> = {
  'te beoordelen': async (page) => {
    await withQueue(page, WAITING)
    await logInAs(page, 'redactie@example.org')
    await page.getByRole('link', { name: /^Redactie/ }).click()
    await page.getByText('Sneltoetsen', { exact: true }).click()
    await expect(page.getByRole('link', { name: 'Bekijk ze samen' })).toBeVisible()
  },
  'te beoordelen, een wijziging': async (page) => {
    await withQueue(page, WAITING)
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie?aanbod=a-1')
    await page.getByRole('button', { name: 'Wijs af' }).click()
    await page.getByRole('button', { name: 'Wijs af en stuur dit' }).click()
    await expect(page.getByText(/^Schrijf op waarom/)).toBeVisible()
  },
  'te beoordelen, samen': async (page) => {
    await withQueue(page, WAITING)
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie?aanbod=samen')
    await expect(page.getByRole('button', { name: 'Keur 2 wijzigingen goed' })).toBeVisible()
  },
  'te beoordelen, niets': async (page) => {
    await withQueue(page, [])
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie')
    await expect(page.getByText('Er wacht niets.')).toBeVisible()
  },
  'achteraf bekijken': async (page) => {
    await page.route('**/api/v1/nakijkpunten*', (route) =>
      route.fulfill({ json: { resultaten: AFTERWARDS, totaal: AFTERWARDS.length } }),
    )
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie/achteraf')
    const one = page.getByRole('article', { name: 'Koffie 1' })
    await one.getByRole('button', { name: 'Draai terug' }).click()
    await one.getByRole('button', { name: 'Draai terug en stuur dit' }).click()
    await expect(one.getByText(/^Schrijf op waarom/)).toBeVisible()
  },
  'achteraf bekijken, niets': async (page) => {
    // On the demo that other tests share there may be something.
    await page.route('**/api/v1/nakijkpunten*', (route) =>
      route.fulfill({ json: { resultaten: [], totaal: 0 } }),
    )
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie/achteraf')
    await expect(page.getByText('Alles is bekeken.')).toBeVisible()
  },
  'geschiedenis van aanbod': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.route('**/api/v1/aanbod/*/historie*', (route) =>
      route.fulfill({ json: { resultaten: HAPPENED } }),
    )
    await page.getByRole('link', { name: 'Geschiedenis' }).first().click()
    await expect(page.getByRole('button', { name: /^Zet terug/ })).toBeVisible()
  },
  'hoe vers is de kaart': async (page) => {
    await logInAs(page, 'beheer@example.org')
    await page.goto('/mijn/redactie/versheid')
    await expect(page.getByRole('table')).toBeVisible()
  },
}
