import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { expect } from '../page'

/** What a listing of the demo brought, with all that the page can show. */
export async function seeCijfers(page: Page) {
  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Wat het oplevert', exact: true }).first().click()
  await expect(page.getByRole('img', { name: /^Staafjes per maand/ })).toBeVisible()
}

/** Too little to tell: small counts, and no question that enough people asked. */
export async function seeFew(page: Page) {
  const few = { minderDan: 10 }
  const none = { aantal: 0 }
  await withBereik(
    page,
    ['2026-12', '2026-11'].map((maand) => ({
      ...{ maand, vragen: [], getoond: few, geopend: few, gebeld: none },
      ...{ gemaild: none, website: none, route: none },
    })),
  )
  await seeCijfers(page)
}

export async function seeNothing(page: Page) {
  await withBereik(page, [])
  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Wat het oplevert', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Hier is nog niets geteld' })).toBeVisible()
}

export async function seeOverview(page: Page) {
  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Wat jullie aanbod oplevert' }).click()
  await expect(page.getByRole('table')).toBeVisible()
}

async function withBereik(page: Page, maanden: object[]) {
  await page.route('**/api/v1/aanbod/*/bereik', async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const answer = await route.fetch()
    await route.fulfill({ json: { ...((await answer.json()) as object), maanden } })
  })
}
