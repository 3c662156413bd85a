import type { Page } from '@playwright/test'
import { expect, test } from './page'

/** Opens a page whose code does not come until it is let through, as over a slow line. */
async function openUnborn(page: Page, address: string): Promise<() => void> {
  let letThrough: (() => void) | undefined
  const allowed = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await allowed
    await route.continue()
  })
  // Not page.goto, which waits until the page is alive.
  await page.evaluate((to) => {
    window.location.href = to
  }, address)
  await expect(page).toHaveURL(address)
  return () => {
    letThrough?.()
  }
}

test.describe('voordat de pagina leeft', () => {
  test('telt al wat je aanvinkt', async ({ page }) => {
    await page.goto('/over')
    const bringToLife = await openUnborn(page, '/zoeken?kosten=gratis')
    await page.getByRole('checkbox', { name: /^Avond \d/ }).check()
    await page.getByRole('checkbox', { name: /^Ochtend \d/ }).check()
    bringToLife()
    await expect(page).toHaveURL(/kosten=gratis/)
    await expect(page).toHaveURL(/dagdeel=ochtend/)
    await expect(page).toHaveURL(/dagdeel=avond/)
  })

  test('telt al hoe je de lijst wilt', async ({ page }) => {
    await page.goto('/over')
    const bringToLife = await openUnborn(page, '/zoeken?kosten=gratis')
    await page.getByRole('combobox', { name: 'Volgorde' }).selectOption('titel')
    bringToLife()
    await expect(page).toHaveURL(/sort=titel/)
    await expect(page.getByRole('combobox', { name: 'Volgorde' })).toHaveValue('titel')
  })

  test('zoekt de zoekknop gewoon', async ({ page }) => {
    await page.goto('/over')
    const bringToLife = await openUnborn(page, '/')
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('schulden')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await expect(page).toHaveURL(/\/zoeken\?q=schulden/)
    bringToLife()
    await expect(page.getByRole('article').first()).toBeVisible()
  })
})
