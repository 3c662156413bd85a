import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { expect } from '../page'

const KEY = '01900000-0000-7000-8000-000000000000'
const keer = {
  dag: '2026-12-01',
  van: '2026-12-01T10:00:00+01:00',
  tot: '2026-12-01T12:00:00+01:00',
}
const group = (titel: string, ...redenen: string[]) => ({
  titel,
  aantal: 1,
  tijden: [],
  komende: redenen.length > 0 ? [] : [keer],
  redenen,
})
const gives = { aanbodId: KEY, woorden: [], afspraken: [], teVeel: 0 }

const VOORBEELD = {
  aanbod: [
    { ...gives, titel: 'Koffie', momenten: 1, komende: [keer] },
    { ...gives, titel: 'Thee', momenten: 0, komende: [] },
  ],
  ongebruikt: [group('Kerstmarkt'), group('', 'besloten'), group('Verhuur', 'herhaling')],
}
const BRON = {
  id: KEY,
  adres: 'https://agenda.example.org/een/heel-lang-adres-met-een-geheim-erin/basic.ics',
  aanbod: [{ aanbodId: KEY, slug: 'koffie', titel: 'Koffie', woorden: ['koffie'], momenten: 2 }],
  gelezenOp: '2026-11-28T02:12:00Z',
  misluktSinds: '2026-11-29T02:12:00Z',
  reden: 'weg',
  versie: 1,
}

async function openAgenda(page: Page, resultaten: object[]) {
  await page.route('**/organisaties/*/agendabronnen', (route) =>
    route.fulfill({ json: { resultaten } }),
  )
  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Tijden uit jullie agenda' }).first().click()
}

/** What a calendar would give, after the address was asked for. */
export async function seeAgenda(page: Page) {
  await openAgenda(page, [])
  await page.route('**/agendabronnen/voorbeelden', (route) => route.fulfill({ json: VOORBEELD }))
  await page.getByRole('button', { name: 'Bekijk de tijden' }).click()
  await expect(page.getByText('Vul eerst het adres van de agenda in.')).toBeVisible()
  await page.getByLabel('Adres van de agenda').fill('https://agenda.example.org/a.ics')
  await page.getByRole('button', { name: 'Voeg aanbod toe' }).click()
  await page.getByRole('button', { name: 'Bekijk de tijden' }).click()
  await expect(page.getByRole('button', { name: 'Zet deze tijden op de kaart' })).toBeVisible()
}

export async function seeFailing(page: Page) {
  await openAgenda(page, [BRON])
  await expect(page.getByText('De tijden die er stonden, staan er nog.')).toBeVisible()
}
