import type { Page } from '@playwright/test'
import { tabTo } from './keyboard'
import { expect, test } from './page'

// Whole ways through the site of people who need it, as one would watch over their shoulder.

const results = (page: Page) => page.getByRole('listitem').getByRole('article')
const aPhone = (page: Page) => page.locator('a[href^="tel:"]').first()

test.describe('een moeder met schulden, op haar telefoon', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('vindt in haar eigen woorden gratis hulp in de buurt, en belt', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('combobox').fill('ik kom niet meer rond')
    await page.getByRole('combobox').press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('ik kom niet meer rond')
    await expect(results(page).first()).toContainText(/geld|schuld|rond/i)

    await page.getByRole('button', { name: /^Filters/ }).tap()
    const drawer = page.getByRole('dialog')
    await drawer
      .locator('label')
      .filter({ hasText: /^Gratis/ })
      .tap()
    await drawer.getByRole('button', { name: /^Toon \d+ resulta/ }).tap()
    await expect(page).toHaveURL(/kosten=gratis/)

    await results(page).first().getByRole('link').first().tap()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.getByText('Gratis').first()).toBeVisible()
    await expect(aPhone(page)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'De eerste keer' })).toBeVisible()

    await page.getByRole('link', { name: /^Terug naar/ }).tap()
    await expect(page).toHaveURL(/q=ik\+kom|q=ik%20kom/)
    await expect(page).toHaveURL(/kosten=gratis/)
  })

  test('of begint bij haar situatie', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Geldzorgen' }).tap()
    await expect(page).toHaveURL(/\/situaties\/geldzorgen$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Geldzorgen' })).toBeVisible()
    await expect(page.locator('.sk-skeleton')).toHaveCount(0)
    await results(page).first().getByRole('link').first().tap()
    await expect(page).toHaveURL(/\/aanbod\//)
  })
})

test.describe('iemand die hier pas woont en Arabisch spreekt', () => {
  test.use({ locale: 'ar' })

  test('zoekt in het Arabisch en leest wat van ons is in het Arabisch', async ({ page }) => {
    await page.goto('/')
    await page.locator('summary').filter({ hasText: 'Taal' }).click()
    await page.getByRole('link', { name: 'العربية' }).click()
    await expect(page).toHaveURL(/\/ar$/)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')

    await page.getByRole('combobox').fill('تعلم اللغة الهولندية')
    await page.getByRole('combobox').press('Enter')
    await expect(results(page).first()).toContainText(/taal|Nederlands/i)
    // What an organisation wrote stays Dutch, and says so to whoever hears it.
    const title = results(page).first().getByRole('heading')
    await expect(title.locator('[lang="nl"]')).toHaveText(/./)

    await results(page).first().getByRole('link').first().click()
    await expect(page).toHaveURL(/\/ar\/aanbod\//)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.getByRole('heading', { level: 1 }).locator('[lang="nl"]')).toBeVisible()
    // A number is read from left to right, also here.
    await expect(aPhone(page).locator('[dir="ltr"]')).toBeVisible()
  })
})

test('een blinde bezoeker komt met het toetsenbord van vraag tot telefoonnummer', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByRole('combobox')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('vervoer naar het ziekenhuis')
  await page.keyboard.press('Enter')
  // What was found is the heading that gets the focus, so it is what is read aloud.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: /\d+ / }).first()).toBeAttached()

  const first = results(page).first().getByRole('link').first()
  await expect(first).toBeVisible()
  await tabTo(page, first)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, aPhone(page))
  await expect(aPhone(page)).toHaveAccessibleName(/^Bel .+038/)
})

test('iemand print een lijst voor haar vader', async ({ page }) => {
  await page.goto('/zoeken?q=ouderen')
  for (const at of [0, 1, 2]) await results(page).nth(at).getByRole('button').first().click()
  await page.getByRole('link', { name: 'Mijn lijst (3)' }).click()
  await expect(results(page)).toHaveCount(3)
  await page
    .getByRole('button', { name: /^Schrijf er iets bij/ })
    .first()
    .click()
  await page.getByRole('textbox').first().fill('Hier ging tante Riet ook naartoe')
  await page.keyboard.press('Tab')
  await page.getByText('Grote letters').click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('p').filter({ hasText: 'Hier ging tante Riet' })).toBeVisible()
  await expect(results(page).locator('.sk-qr path').nth(2)).toBeVisible()

  const sheet = await page.pdf({ format: 'A4' })
  const pages = sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThanOrEqual(3)
})
