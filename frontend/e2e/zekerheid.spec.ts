import { logInAs } from './inloggen'
import { expect, test } from './page'

const VERA = 'vrijwilliger@example.org'
const DOUBTED = '/aanbod/vrouwenontbijt-in-zes-talen'
const DEAD = '/aanbod/buurtkamer-op-zaterdagavond'
const DOUBT = /^Of deze tijden nog kloppen, weten we niet zeker/

test('een bewoner leest waar twijfel over is, en kan er toch heen', async ({ page }) => {
  await page.goto(DEAD)
  const contact = page.getByRole('region', { name: 'Contact' })
  await expect(contact.getByText('De website werkte de laatste dagen niet.')).toBeVisible()
  await expect(
    contact.getByRole('link', { name: /destemvork.example.org\/buurtkamer/ }),
  ).toBeVisible()
  await page.goto('/zoeken?q=vrouwenontbijt')
  await expect(page.getByRole('link', { name: 'Vrouwenontbijt in zes talen' })).toBeVisible()
})

test('twijfel over de tijden is weg na één druk van wie het weet, en komt terug', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const resident = await context.newPage()
  await resident.goto(DOUBTED)
  await expect(resident.getByText(DOUBT)).toBeVisible()

  await logInAs(page, VERA)
  await page.goto('/mijn')
  const item = page.getByRole('listitem').filter({ hasText: 'Vrouwenontbijt in zes talen' }).first()
  await expect(item.getByText('2 bewoners meldden dat dit niet klopt.')).toBeVisible()
  const press = item.getByRole('button', { name: 'De tijden kloppen' })
  await press.focus()
  await page.keyboard.press('Enter')
  const back = item.getByRole('button', { name: /^Draai terug.*Tijden$/ })
  await expect(back).toBeFocused()
  await expect(page.getByRole('status')).toContainText('Tijden: dank je wel, dit klopt nog.')
  await resident.reload()
  await expect(resident.getByRole('heading', { name: 'Klopt dit niet?' })).toBeVisible()
  await expect(resident.getByText(DOUBT)).toHaveCount(0)

  await page.keyboard.press('Enter')
  await expect(press).toBeFocused()
  await resident.reload()
  await expect(resident.getByText(DOUBT)).toBeVisible()
})
