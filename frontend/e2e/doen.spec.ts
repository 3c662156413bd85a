import { expect, test } from './page'

test('van het begin naar iemand die hulp zoekt, naar de tijd die ik heb', async ({ page }) => {
  await page.goto('/')
  const part = page.getByRole('region', { name: 'Iets doen voor een ander' })
  await part.getByRole('link', { name: 'Ongeveer een uur per week' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ik wil iets doen')
  await expect(page.getByRole('radio', { name: 'Ongeveer een uur per week' })).toBeChecked()
  await page.getByRole('checkbox', { name: 'Iemand iets leren' }).check()
  await expect(page).toHaveURL(/\?tijd=uur&graag=leren$/)
  const first = page.getByRole('article').first().getByRole('link')
  await expect(page.getByRole('article').first()).toContainText('per week')
  await first.click()
  await expect(page.getByRole('heading', { name: 'Wil je hier helpen?' })).toBeVisible()
  await page.getByRole('link', { name: /^Terug/ }).click()
  await expect(page).toHaveURL(/\?tijd=uur&graag=leren$/)
})
