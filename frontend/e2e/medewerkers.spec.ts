import type { EigenKaart } from './eigenKaart'
import {
  logInThere,
  startKaartMetInlogdienst,
  toInlogdienst as logIn,
  withoutLetters,
} from './inlogdienst'
import { expect, test } from './page'
import { contrast, look } from './toegankelijk/audit'

test.use({ serviceWorkers: 'allow' })
test.describe.configure({ mode: 'serial', timeout: 90_000 })

const PEOPLE = {
  anna: { name: 'Anna de Vries', roles: ['kaart-redactie'] },
  dirk: { name: 'Dirk Mulder', roles: [] },
}

let kaart: EigenKaart

test.beforeAll(async () => {
  test.setTimeout(240_000)
  kaart = await startKaartMetInlogdienst(PEOPLE)
})

test.afterAll(() => kaart.stop())

test.beforeEach(({ page }) => withoutLetters(page))

test('iemand van de redactie logt in bij de eigen gemeente, en overal weer uit', async ({
  page,
}) => {
  // Whoever was on the site before has its worker, which leaves the way there and back alone.
  await page.goto(`${kaart.url}/over`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(`${kaart.url}/mijn`)
  await logIn(page).focus()
  await page.keyboard.press('Enter')
  await logInThere(page, 'anna')
  await expect(page.getByText('Anna de Vries').first()).toBeVisible()
  await expect(page).toHaveURL(`${kaart.url}/mijn`)

  await page.getByRole('button', { name: 'Log uit' }).click()
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await expect(page).toHaveURL(`${kaart.url}/mijn`)
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await logIn(page).click()
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible()
})

test('wie geen rol heeft leest dat, en een keer', async ({ page }, info) => {
  await page.goto(`${kaart.url}/mijn`)
  await logIn(page).click()
  await logInThere(page, 'dirk')
  await expect(page.getByRole('alert')).toContainText('Vraag de beheerder')
  await expect(page).toHaveURL(`${kaart.url}/mijn`)
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await look(page, 'inloggen voor medewerkers, zonder rol', info)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrast(page)).toEqual([])
  await page.reload()
  await expect(logIn(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('wie bij de gemeente op annuleren drukt kan het opnieuw proberen', async ({ page }) => {
  await page.goto(`${kaart.url}/mijn`)
  await logIn(page).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('alert')).toContainText('Je bent gestopt met inloggen')
  await expect(logIn(page)).toBeVisible()
})
