import { logInAs } from './inloggen'
import { cutNetwork, expect, test } from './page'

test('een vrijwilliger zet iets op haar telefoon even dicht, en bewoners zien het', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await logInAs(page, 'vrijwilliger@example.org')
  // The last one: other tests work on the first.
  const item = page.getByRole('listitem').filter({ hasText: 'Staat op de kaart' }).last()
  const listing = item.getByRole('heading').getByRole('link')
  const address = (await listing.getAttribute('href')) ?? ''
  const resident = await (await browser.newContext()).newPage()

  await item.getByRole('button', { name: 'Even dicht' }).press('Enter')
  await expect(item.getByText(/^Even dicht: /)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('We verven de zaal.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(item.getByText(/Daarna vanzelf weer open/)).toBeFocused()
  await expect(item.getByText(/Er staat bij: ‘We verven de zaal/)).toBeVisible()

  await resident.goto(address)
  await expect(resident.getByText(/Dicht tot en met .*: We verven de zaal/).first()).toBeVisible()

  // Without a connection nothing changes, and the page says so.
  const online = await cutNetwork(page)
  await item.getByRole('button', { name: 'Weer open' }).click()
  await expect(item.getByRole('alert').last()).toContainText('Er is niets veranderd')
  await online()
  await item.getByRole('button', { name: 'Weer open' }).click()
  await expect(item.getByText(/^Weer open\. Bewoners/)).toBeFocused()
  await item.getByRole('button', { name: 'Draai terug' }).click()
  await expect(item.getByText('Teruggedraaid.')).toBeFocused()
  await item.getByRole('button', { name: 'Weer open' }).click()
  await expect(item.getByRole('button', { name: 'Even dicht' })).toBeVisible()

  await resident.reload()
  await expect(resident.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(resident.getByText(/Dicht tot en met/)).toHaveCount(0)
})
