import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { expect } from '../page'

const GEHEIM = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP'
const ADRES = `otpauth://totp/Sociale%20kaart:vera@example.org?secret=${GEHEIM.replaceAll(' ', '')}`
const CODES = Array.from({ length: 10 }, (_, i) => `7KQM-2XWT-9ABC-D0E${i}`)
const WRONG = {
  title: 'De vraag klopt niet',
  status: 400,
  detail: 'Er klopt iets niet.',
  fouten: [{ veld: 'code', melding: 'Deze code klopt niet. Neem de code die de app nu toont.' }],
}

async function openStap(page: Page, stap: object) {
  await page.route('**/tweedestappen/eigen', (route) =>
    route.fulfill({ json: { beschikbaar: true, herstelcodes: 0, ...stap } }),
  )
  await page.route('**/api/v1/tweedestappen', (route) =>
    route.fulfill({ status: 201, json: { geheim: GEHEIM, adres: ADRES } }),
  )
  await logInAs(page, 'vrijwilliger@example.org')
  await page.goto('/mijn/tweede-stap')
}

/** An app gets the secret. */
export async function seeSecret(page: Page) {
  await openStap(page, {})
  await page.getByRole('button', { name: 'Zet de tweede stap aan' }).click()
  await expect(page.getByRole('img', { name: /^QR-code/ })).toBeVisible()
}

/** Recovery codes, this once. */
export async function seeCodes(page: Page) {
  await page.route('**/tweedestappen/eigen/bevestigingen', (route) =>
    route.fulfill({ status: 201, json: { herstelcodes: CODES } }),
  )
  await seeSecret(page)
  await page.getByRole('button', { name: 'Klaar, zet aan' }).click()
  await expect(page.getByRole('heading', { name: 'Bewaar deze herstelcodes' })).toBeFocused()
}

/** It is on, with few recovery codes left and a wrong code. */
export async function seeOn(page: Page) {
  await page.route('**/tweedestappen/eigen/uitzettingen', (route) =>
    route.fulfill({ status: 400, json: WRONG }),
  )
  await openStap(page, { aanSinds: '2026-11-30T12:00:00Z', herstelcodes: 1 })
  await page.getByRole('button', { name: 'Zet de tweede stap uit' }).click()
  await expect(page.getByText(/^Deze code klopt niet/)).toBeVisible()
}

/** The code between the link and being logged in. */
export async function seeHalfWay(page: Page) {
  await page.route('**/sessies/halve/bevestigingen', (route) =>
    route.fulfill({ status: 400, json: WRONG }),
  )
  await page.goto('/mijn/inloggen/code')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByText(/^Deze code klopt niet/)).toBeVisible()
}

/** The session of a member is about to end. */
export async function seeEndComing(page: Page) {
  await page.route('**/sessies/huidige', async (route) => {
    const answer = await route.fetch()
    const verlooptOp = new Date(Date.now() + 10 * 60_000).toISOString()
    const json = (await answer.json()) as object
    await route.fulfill({ response: answer, json: answer.ok() ? { ...json, verlooptOp } : json })
  })
  await logInAs(page, 'vrijwilliger@example.org')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Stuur me een link' })).toBeVisible()
}
