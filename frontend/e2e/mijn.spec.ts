import { logInAs, mailedLink } from './inloggen'
import { cutNetwork, expect, test } from './page'

const VERA = 'vrijwilliger@example.org'
/** No other test logs in as him, so none is logged out by this one. */
const WILLEM = 'wijkteam@example.org'

test.describe('met een link uit de mail', () => {
  // One after the other: a newer link of the same person ends an older one.
  test.describe.configure({ mode: 'default' })

  test('een vrijwilliger logt in op haar telefoon, bevestigt, en logt weer uit', async ({
    page,
    request,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/mijn')
    const link = await mailedLink(page, request, VERA)

    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: 'Welkom terug' })).toBeVisible()
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Dag Vera Vrijwilliger' }),
    ).toBeFocused()
    await expect(page).toHaveURL(/\/mijn$/)

    const item = page.getByRole('listitem').filter({ hasText: 'Staat op de kaart' }).first()
    await item.getByRole('button', { name: 'Klopt nog' }).click()
    await expect(item.getByRole('button', { name: 'Draai terug' })).toBeFocused()
    await expect(page.getByRole('status')).toContainText('dank je wel, dit klopt nog')
    await expect(item.getByText(/^Gecontroleerd op/)).toBeVisible()

    await page.getByRole('button', { name: 'Log uit' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeFocused()
    await page.goto('/over')
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
    await expect(page.getByText('Vera Vrijwilliger')).toHaveCount(0)

    await page.goto(link)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Deze link werkt niet meer' }),
    ).toBeFocused()
    await expect(page.getByRole('button', { name: 'Stuur een nieuwe link' })).toBeVisible()
  })

  test('alleen kijken naar een link gebruikt hem niet op', async ({ page, request, context }) => {
    await page.goto('/mijn')
    const link = await mailedLink(page, request, VERA)
    // As a mail program does that looks whether a link is safe.
    const scanner = await context.newPage()
    await scanner.goto(link, { waitUntil: 'networkidle' })
    await scanner.close()
    await page.goto(link)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByRole('button', { name: 'Log uit' })).toBeVisible()
  })
})

test('wat niet klopt staat bij het veld, en wat je typte blijft staan', async ({ page }) => {
  await page.goto('/mijn')
  const email = page.getByRole('textbox', { name: 'Je e-mailadres' })
  await email.fill('geen adres')
  await page.keyboard.press('Enter')
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/^Vul je e-mailadres in/)
  await expect(email).toHaveValue('geen adres')
  await cutNetwork(page)
  await page.keyboard.press('Enter')
  await expect(email).toHaveAccessibleDescription(/geen verbinding/)
})

test('uitloggen op een andere plek', async ({ page, browser }) => {
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await logInAs(other, WILLEM)
  await logInAs(page, WILLEM)
  await page.getByRole('link', { name: /Wijkteam$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Waar je bent ingelogd' })).toBeFocused()
  await page.getByRole('button', { name: 'Log daar uit' }).first().click()
  await expect(page.getByRole('status')).toHaveText('Die browser is uitgelogd.')
  await other.reload()
  await expect(other.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await elsewhere.close()
})

test('een sessie die intussen afliep vraagt om opnieuw inloggen', async ({ page, context }) => {
  await logInAs(page, VERA)
  // What the page still has to ask would find out before her press does.
  await expect(page.getByRole('button', { name: 'Klopt nog' }).first()).toBeVisible()
  await context.clearCookies()
  await page.getByRole('link', { name: /Vera Vrijwilliger$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
})

test('een adres dat er niet is wijst de weg', async ({ page }) => {
  await page.goto('/mijn/bestaat/niet')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet')
  await page.getByRole('link', { name: 'Naar het begin' }).click()
  await expect(page).toHaveURL(/\/mijn$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeFocused()
})

test('zonder verbinding zegt de pagina dat, en probeert het opnieuw', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort('failed'))
  await page.goto('/mijn')
  await expect(page.getByRole('alert').first()).toContainText('We krijgen nu geen verbinding')
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
})

test('van de site naar inloggen en terug', async ({ page }) => {
  await page.goto('/over')
  await page.getByRole('link', { name: 'Log in voor organisaties' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await page.getByRole('link', { name: 'Naar de kaart' }).click()
  await expect(page.getByRole('combobox')).toBeVisible()
})
