import { expect, test } from './page'

test('van het begin naar een situatie, en naar alles over een onderdeel', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Geldzorgen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Geldzorgen')
  const part = page.getByRole('region', { name: 'Iemand die met je meekijkt' })
  await expect(part.getByRole('article').first()).toBeVisible()
  await part.getByRole('link', { name: /^Bekijk alle/ }).click()
  await expect(page).toHaveURL(/\/zoeken\?.*thema=geld/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('elke wijk heeft een bladzijde', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /^Holtenbroek \d+ resultaten/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bij jou in Holtenbroek')
  await expect(page.getByRole('article').first()).toBeVisible()
})
