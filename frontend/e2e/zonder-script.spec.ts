import { expect, test, type Locator, type Page } from '@playwright/test'

// What a resident can do whose browser runs no script: everything is in the server's HTML.
test.use({ javaScriptEnabled: false })

const results = (page: Page) => page.getByRole('article')
/** The box itself is drawn by its label. */
const labelOf = (box: Locator) => box.locator('xpath=../label')

test('zoeken, een wijk kiezen en lezen gaat zonder script', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('koffie')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page).toHaveURL(/\/zoeken\?q=koffie$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('koffie')
  const all = await results(page).count()
  expect(all).toBeGreaterThan(0)

  await labelOf(page.getByRole('checkbox', { name: /^Holtenbroek/ })).click()
  await expect(page.getByRole('checkbox', { name: /^Holtenbroek/ })).toBeChecked()
  await page.getByRole('button', { name: 'Toon de resultaten' }).click()
  await expect(page).toHaveURL(/wijk=holtenbroek/)
  await expect(page).toHaveURL(/q=koffie/)
  const here = await results(page).count()
  expect(here).toBeGreaterThan(0)
  expect(here).toBeLessThanOrEqual(all)

  const first = results(page).first().getByRole('link').first()
  const title = await first.textContent()
  await first.click()
  await expect(page).toHaveURL(/\/aanbod\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect(page.getByRole('region', { name: 'In het kort' })).toContainText('Waar')
})

test('een filter gaat er weer af, en je bladert verder', async ({ page }) => {
  await page.goto('/zoeken?kosten=gratis')
  await page.getByRole('link', { name: /Volgende/ }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(results(page).first()).toBeVisible()
  await page.getByRole('link', { name: 'Gratis weghalen' }).click()
  await expect(page).toHaveURL(/\/zoeken$/)
})

test('een situatie volgen en een wijk bekijken gaat zonder script', async ({ page }) => {
  await page.goto('/situaties')
  const link = page.getByRole('main').getByRole('list').getByRole('link').first()
  const title = await link.textContent()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect(results(page).first()).toBeVisible()

  await page.goto('/')
  await page.getByRole('link', { name: /^Holtenbroek/ }).click()
  await expect(page).toHaveURL(/\/wijken\/holtenbroek$/)
  await expect(results(page).first()).toBeVisible()
})

test('een andere taal is een link', async ({ page }) => {
  await page.goto('/over')
  await page.locator('.sk-languages summary').click()
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page).toHaveURL(/\/ar\/over$/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})

test('waar script voor nodig is, staat dat erbij', async ({ page }) => {
  await page.goto('/mijn-lijst')
  await expect(page.locator('noscript p')).toContainText('Voor een lijst is JavaScript nodig.')
})

test.describe('met script', () => {
  test.use({ javaScriptEnabled: true })

  for (const address of ['/', '/zoeken?q=koffie', '/situaties', '/wijken/holtenbroek', '/over']) {
    test(`${address} wordt overgenomen zonder iets nog eens te vragen`, async ({ page }) => {
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => {
        // The map on a wide screen comes later, with outlines of its own.
        if (/\/api\/v1\/(?!wijken$)/.test(request.url())) asked.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(address, { waitUntil: 'networkidle' })
      // The menu only closes by script.
      await page.locator('.sk-languages summary').click()
      await page.keyboard.press('Escape')
      await expect(page.locator('.sk-languages')).not.toHaveAttribute('open')
      expect(asked).toEqual([])
      expect(complaints).toEqual([])
    })
  }
})

test('wie iets wil doen, kiest met een knop', async ({ page }) => {
  await page.goto('/ik-wil-iets-doen')
  await page.getByRole('radio', { name: 'Eén keer, of af en toe' }).check()
  await page.getByRole('checkbox', { name: 'Buiten bezig zijn' }).check()
  await page.getByRole('button', { name: 'Toon wat past' }).click()
  await expect(page).toHaveURL(/tijd=af-en-toe/)
  expect(await results(page).count()).toBeGreaterThan(0)
  await expect(page.getByRole('checkbox', { name: 'Buiten bezig zijn' })).toBeChecked()
})
