import { expect, test } from './page'

test('van vraag tot telefoonnummer met alleen het toetsenbord', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('combobox')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('koffie')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=koffie$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  const first = page.getByRole('article').first().getByRole('link')
  await expect(first).toBeVisible()
  await tabTo(page, first)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/aanbod\//)
  const phone = page.locator('a[href^="tel:"]').first()
  if ((await phone.count()) > 0) await tabTo(page, phone)
})

test('suggesties met alleen het toetsenbord', async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('combobox')
  await box.focus()
  await page.keyboard.type('ko')
  const options = page.getByRole('option')
  await expect(options.first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /\d suggestie/ })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  const first = (await options.first().getAttribute('id')) ?? ''
  await expect(box).toHaveAttribute('aria-activedescendant', first)
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  // Home and End move in the text again.
  await page.keyboard.press('Home')
  await expect(box).not.toHaveAttribute('aria-activedescendant')
  await page.keyboard.type('x')
  await expect(box).toHaveValue('xko')
  await page.keyboard.press('Backspace')
  await expect(box).toHaveValue('ko')
  await page.keyboard.press('Escape')
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  await expect(box).toHaveValue('ko')
  await page.keyboard.press('Escape')
  await expect(box).toHaveValue('')
  await page.keyboard.type('koffie')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/\/$/)
})

test('de filters op een klein scherm: erin, kiezen, eruit, en terug bij de knop', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/zoeken')
  const button = page.getByRole('button', { name: 'Filters', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Filters' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('checkbox', { name: /^Gratis / }).focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/kosten=gratis/)
  await expect(dialog.getByRole('button', { name: /^Toon \d+ resultaten$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeFocused()
})

async function tabTo(
  page: import('@playwright/test').Page,
  target: import('@playwright/test').Locator,
) {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
