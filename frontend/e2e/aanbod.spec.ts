import type { Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { cutNetwork, expect, test } from './page'

interface Listing {
  slug: string
  locatie?: { lat?: number }
}

/** A listing of the demo with a place that everybody may know. */
async function openListing(page: Page) {
  const answer = await page.request.get('/api/v1/aanbod?limit=50')
  const { resultaten } = (await answer.json()) as { resultaten: Listing[] }
  const found = resultaten.find(({ locatie }) => locatie?.lat != null)
  await page.goto(`/aanbod/${found?.slug ?? ''}`)
  await expect(page.getByRole('heading', { name: 'Klopt dit niet?' })).toBeVisible()
}

async function expectNoFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

const send = 'Stuur de melding'

test('in twee tikken gemeld dat iets niet klopt, en je leest wat er dan gebeurt', async ({
  page,
}) => {
  await openListing(page)
  await page.getByText('De dag of de tijd', { exact: true }).click()
  await expectNoFaults(page)
  const [answer] = await Promise.all([
    page.waitForResponse((sent) => sent.request().method() === 'POST'),
    page.getByRole('button', { name: send }).click(),
  ])
  expect(answer.status()).toBe(201)
  const kept = (await answer.json()) as Record<string, unknown>
  expect(Object.keys(kept).sort()).toEqual(['gemeldOp', 'soort', 'velden'])
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'krijgen je melding' })).toBeVisible()
  await expectNoFaults(page)
})

test('woorden over mensen gaan niet mee; ze staan er nog om te veranderen', async ({ page }) => {
  await openListing(page)
  const words = page.getByRole('textbox', { name: 'Wil je er iets bij zeggen?' })
  await page.getByText('Iets anders', { exact: true }).click()
  await words.fill('Bel mijn moeder op 06 12 34 56 78')
  await page.getByRole('button', { name: send }).click()
  await expect(page.getByRole('alert')).toContainText('Haal dat weg')
  await expect(words).toBeFocused()
  await expect(words).toHaveValue(/moeder/)
  await expectNoFaults(page)
  await words.fill('Het is nu om tien uur.')
  await page.getByRole('button', { name: send }).click()
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeFocused()
})

test('melden met alleen het toetsenbord, ook als de verbinding even weg is', async ({ page }) => {
  await openListing(page)
  const first = page.getByRole('radio', { name: 'De dag of de tijd' })
  await first.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  const chosen = page.getByRole('radio', { name: 'Telefoon, e-mail of website' })
  await expect(chosen).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: send })).toBeFocused()
  const restore = await cutNetwork(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('We krijgen nu geen verbinding')
  await expect(chosen).toBeChecked()
  await restore()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeFocused()
})

test('de kaart en de code komen als je erom vraagt', async ({ page }) => {
  await openListing(page)
  const code = page.getByRole('img', { name: /^QR-code met de link naar/ })
  await expect(code).toBeHidden()
  await page.getByRole('button', { name: 'QR-code' }).click()
  await expect(code).toBeVisible()
  await expect(page.locator('.leaflet-container')).toHaveCount(0)
  await page.getByRole('button', { name: 'Toon de kaart' }).click()
  await expect(page.locator('.leaflet-container')).toBeVisible()
  await expectNoFaults(page)
  await page.getByRole('button', { name: 'Verberg de kaart' }).click()
  await expect(page.locator('.leaflet-container')).toHaveCount(0)
})

test('wat erop lijkt is een tik verder', async ({ page }) => {
  await openListing(page)
  const also = page.getByRole('region', { name: 'Ook iets voor jou?' })
  const link = also.getByRole('link').first()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})
