import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './page'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

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

for (const address of ['/situaties', '/situaties/iemand-verloren', '/wijken/assendorp']) {
  for (const width of [320, 1280]) {
    test(`${address} is toegankelijk op ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(width)
    })
  }
}
