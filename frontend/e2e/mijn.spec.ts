import { logInAs } from './inloggen'
import { cutNetwork, expect, test } from './page'

test('inloggen en weer uitloggen, waarna terug niets laat zien', async ({ page }) => {
  await logInAs(page, 'vrijwilliger@example.org')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText('Vera Vrijwilliger').first()).toBeVisible()
  await expect(page).toHaveTitle('Mijn aanbod – Sociale kaart Zwolle')

  await page.getByRole('button', { name: 'Log uit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeFocused()
  await expect(page.getByRole('status')).toHaveText('Je bent uitgelogd.')
  await page.goto('/over')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await expect(page.getByText('Vera Vrijwilliger')).toHaveCount(0)
})

test('wat niet klopt staat bij het veld, en wat je typte blijft staan', async ({ page }) => {
  await page.goto('/mijn')
  const email = page.getByLabel('Je e-mailadres')
  await email.fill('vrijwilliger@example.org')
  await page.getByLabel('Je wachtwoord').fill('fout')
  await page.keyboard.press('Enter')
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/horen niet bij elkaar/)
  await expect(email).toHaveValue('vrijwilliger@example.org')
  await email.fill('geen adres')
  await page.keyboard.press('Enter')
  await expect(email).toHaveAccessibleDescription(/^Vul je e-mailadres/)
  await cutNetwork(page)
  await page.keyboard.press('Enter')
  await expect(email).toHaveAccessibleDescription(/geen verbinding/)
})

test('een sessie die intussen afliep vraagt om opnieuw inloggen', async ({ page, context }) => {
  await logInAs(page, 'vrijwilliger@example.org')
  await context.clearCookies()
  await page.reload()
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
  await expect(page.getByRole('alert')).toContainText('We krijgen nu geen verbinding')
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
})

test('van de site naar inloggen en terug', async ({ page }) => {
  await page.goto('/over')
  await page.getByRole('link', { name: 'Log in voor organisaties' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await page.getByRole('link', { name: 'Naar de kaart' }).click()
  await expect(page.getByRole('searchbox').or(page.getByRole('combobox'))).toBeVisible()
})
