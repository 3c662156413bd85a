import { expect, type APIRequestContext, type Page } from '@playwright/test'

/** Logs in as somebody of the demo with the password that they have there. */
export async function logInAs(page: Page, email: string) {
  await page.goto('/mijn')
  await page.getByText('Log in met een wachtwoord').click()
  const form = page.locator('details form')
  await form.getByLabel('Je e-mailadres').fill(email)
  await form.getByLabel('Je wachtwoord').fill('demo-zwolle')
  await form.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('button', { name: 'Log uit' })).toBeVisible()
}

interface DemoBericht {
  soort: string
  knoppen: { adres: string }[]
}

/** Asks for a link on the page that is open, and gives the address in the mail that comes of it. */
export async function mailedLink(page: Page, request: APIRequestContext, email: string) {
  const read = async () => {
    const answer = await request.get('/api/v1/demoberichten', { params: { aan: email } })
    const { resultaten } = (await answer.json()) as { resultaten: DemoBericht[] }
    return resultaten.filter(({ soort }) => soort === 'inloglink')
  }
  const before = await read()
  await page.getByRole('textbox', { name: 'Je e-mailadres' }).fill(email)
  await page.getByRole('button', { name: /^Stuur een/ }).click()
  await expect(page.getByRole('heading', { name: 'Kijk in je mail' })).toBeFocused()
  const newest = async () => (await read())[0]?.knoppen[0]?.adres
  await expect.poll(newest).not.toBe(before[0]?.knoppen[0]?.adres)
  const address = new URL((await newest()) ?? '')
  return address.pathname + address.hash
}
