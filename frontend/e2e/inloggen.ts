import { expect, type Page } from '@playwright/test'

/** Logs in as somebody of the demo, as that somebody would. */
export async function logInAs(page: Page, email: string) {
  await page.goto('/mijn')
  await page.getByLabel('Je e-mailadres').fill(email)
  await page.getByLabel('Je wachtwoord').fill('demo-zwolle')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('button', { name: 'Log uit' })).toBeVisible()
}
