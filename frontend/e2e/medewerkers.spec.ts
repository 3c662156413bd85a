import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { freePort, startEigenKaart, type EigenKaart } from './eigenKaart'
import { expect, test } from './page'
import { contrast, look } from './toegankelijk/audit'

test.use({ serviceWorkers: 'allow' })
test.describe.configure({ mode: 'serial', timeout: 90_000 })

const FOLDER = join(import.meta.dirname, '../../infra/inlogdienst')
const DIENST = {
  code: 'gemeente',
  naam: 'Gemeente Voorbeeldstad',
  clientId: 'kaart',
  clientSecret: 'alleen om te proeven',
  rollen: { 'kaart-redactie': 'redactie' },
}
const PEOPLE = {
  anna: { name: 'Anna de Vries', roles: ['kaart-redactie'] },
  dirk: { name: 'Dirk Mulder', roles: [] },
}

let kaart: EigenKaart
let provider: ChildProcess

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  kaart = await startEigenKaart({ OIDC_ISSUERS: JSON.stringify([{ ...DIENST, issuer }]) })
  const client = {
    client_id: DIENST.clientId,
    client_secret: DIENST.clientSecret,
    redirect_uris: [`${kaart.url}/inloggen/gemeente/antwoord`],
    post_logout_redirect_uris: [`${kaart.url}/mijn`],
  }
  const settings = JSON.stringify({ port, clients: [client], people: PEOPLE })
  provider = spawn(process.execPath, [join(FOLDER, 'provider.js'), settings], { stdio: 'ignore' })
  // It makes its keys first, which takes a while on a machine that has more to do.
  await expect
    .poll(
      () =>
        fetch(`${issuer}/jwks`)
          .then(({ ok }) => ok)
          .catch(() => false),
      { timeout: 60_000 },
    )
    .toBe(true)
})

test.afterAll(async () => {
  provider.kill()
  await Promise.all([once(provider, 'exit'), kaart.stop()])
})

// The provider's own page has its letters from elsewhere.
test.beforeEach(async ({ page }) => {
  await page.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ body: '' }))
})

const logIn = (page: Page) => page.getByRole('link', { name: 'Log in bij Gemeente Voorbeeldstad' })

/** On the provider's own page. */
async function logInThere(page: Page, name: string) {
  await page.getByPlaceholder('Enter any login').fill(name)
  await page.getByPlaceholder('and password').fill('wat dan ook')
  await page.keyboard.press('Enter')
}

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
