import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { logInAs } from './inloggen'
import { expect, test } from './page'

const PHONE = { width: 360, height: 740 }
// Whatever ran before on the same kaart has other names.
const RUN = Date.now().toString(36)
const NAME = `Soepgroep ${RUN}`
const VERA = `vera-${RUN}@example.org`
const CAS = `cas-${RUN}@example.org`

test.describe.configure({ mode: 'serial', timeout: 60_000 })

let vera: Page
let cas: Page
let organisatie = ''

test.beforeAll(async ({ browser }) => {
  vera = await person(browser, PHONE)
  cas = await person(browser)
})

test.afterAll(async () => {
  await vera.context().close()
  await cas.context().close()
})

test('een nieuw bewonersinitiatief meldt zich aan op de telefoon en maakt een concept', async ({
  context,
}) => {
  await vera.goto('/mijn')
  await vera.getByRole('link', { name: 'Meld je aan' }).click()
  await vera.getByLabel(/^Hoe heet jullie organisatie/).fill(NAME)
  await vera.getByLabel('Een initiatief van bewoners').check()
  await vera.getByLabel('Hoe heet je?').fill('Vera van de Soep')
  await vera.getByLabel('Je e-mailadres').fill(VERA)
  await vera.getByRole('button', { name: 'Stuur me een link' }).click()
  await expect(vera.getByRole('heading', { name: 'Kijk in je mail' })).toBeFocused()
  const link = await mailed(vera.request, VERA, 'aansluitlink')

  // As a mail program does that looks whether a link is safe.
  const scanner = await context.newPage()
  await scanner.goto(link, { waitUntil: 'networkidle' })
  await scanner.close()

  await vera.goto(link)
  await expect(vera.getByText(NAME)).toBeVisible()
  expect(await vera.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  await vera.getByRole('button', { name: 'Bevestig en log in' }).click()
  await expect(vera.getByRole('heading', { name: 'Welkom, Vera van de Soep' })).toBeFocused()
  await vera.getByRole('link', { name: 'Vul in wat jullie doen' }).click()
  await vera.getByLabel('Titel').fill('Soep op maandag')
  await vera.getByRole('button', { name: 'Begin' }).click()
  await expect(vera).toHaveURL(/\/mijn\/aanbod\/[0-9a-f-]{36}$/)

  await vera.goto('/mijn')
  await expect(vera.getByText('Soep op maandag')).toBeVisible()
  await expect(vera.getByText(/^De redactie kijkt jullie aanmelding nog na/)).toBeVisible()
  const mine = await vera.request.get('/api/v1/lidmaatschappen')
  const { resultaten } = (await mine.json()) as { resultaten: { organisatie: { id: string } }[] }
  organisatie = resultaten[0]?.organisatie.id ?? ''

  // The link is used up, and says what helps.
  await vera.goto(link)
  await expect(vera.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
})

test('niemand anders weet ervan tot de redactie het toelaat', async ({ page, request }) => {
  const seen = () => request.get(`/api/v1/organisaties/${organisatie}`)
  expect((await seen()).status()).toBe(404)
  await logInAs(page, 'redactie@example.org')
  await page.goto('/mijn/redactie/aanmeldingen')
  await page.getByRole('article', { name: NAME }).getByRole('button', { name: 'Laat toe' }).click()
  await expect(page.getByText(`${NAME} is toegelaten.`)).toBeAttached()
  await expect(page.getByRole('article', { name: NAME })).toHaveCount(0)
  expect((await seen()).status()).toBe(200)
})

test('een uitnodiging is voor wie haar kreeg, en voor niemand anders', async ({ browser }) => {
  await vera.goto(`/mijn/organisaties/${organisatie}`)
  await vera.getByLabel('E-mailadres van je collega').fill(CAS)
  await vera.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
  await expect(vera.getByText(`${CAS} krijgt een mail.`)).toBeAttached()
  const link = await mailed(vera.request, CAS, 'uitnodiging')

  // A browser of its own: that it is refused what it asks is no fault of the page.
  const stranger = await person(browser)
  await logInAs(stranger, 'vrijwilliger@example.org')
  await stranger.goto(link)
  await expect(stranger.getByText(/Je bent ingelogd als vrijwilliger@example.org/)).toBeVisible()
  await stranger.goto(`/mijn/organisaties/${organisatie}`)
  await expect(
    stranger.getByRole('heading', { name: 'Deze organisatie is niet van jou' }),
  ).toBeVisible()
  await stranger.context().close()

  await cas.goto(link)
  await cas.getByLabel('Hoe heet je?').fill('Cas')
  await cas.getByRole('button', { name: 'Ja, ik doe mee' }).click()
  await expect(cas.getByRole('heading', { name: `Je werkt nu mee bij ${NAME}` })).toBeFocused()
  // Whoever pressed it is not in: for that there is a link in the same mailbox.
  expect((await cas.request.get('/api/v1/sessies/huidige')).status()).toBe(401)
  await cas.goto(await mailed(cas.request, CAS, 'inloglink'))
  await cas.getByRole('button', { name: 'Log in' }).click()
  await expect(cas.getByRole('heading', { name: 'Dag Cas' })).toBeFocused()
})

test('een overdracht tussen twee mensen, met een ja van allebei', async () => {
  await vera.goto(`/mijn/organisaties/${organisatie}`)
  await expect(vera.getByText(/^Je bent de enige eigenaar/)).toBeVisible()
  await vera.getByRole('button', { name: 'Draag over' }).click()
  await expect(vera.getByText(/^Vera van de Soep draagt over aan Cas/)).toBeVisible()

  await cas.goto(await mailed(cas.request, CAS, 'overdracht'))
  await expect(cas.getByText(/^Vera van de Soep wil dat jij eigenaar wordt/)).toBeVisible()
  await cas.getByRole('button', { name: 'Ja, ik word eigenaar' }).click()
  await expect(cas.getByText('Eigenaar, dat ben jij')).toBeVisible()

  await vera.reload()
  await expect(vera.getByText('Medewerker, dat ben jij')).toBeVisible()
  await expect(vera.getByRole('heading', { name: 'Nodig iemand uit' })).toHaveCount(0)
  await vera.getByRole('button', { name: 'Ik stop hier' }).click()
  await expect(vera.getByRole('heading', { name: 'Dag Vera van de Soep' })).toBeFocused()
  await expect(vera.getByText(/^Je hoort nog bij geen organisatie/)).toBeVisible()
})

/** Somebody in a browser of their own. */
async function person(browser: Browser, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport })
  return context.newPage()
}

interface Bericht {
  soort: string
  knoppen: { adres: string }[]
}

/** Where the last mail of a kind to an address leads, when it has come. */
async function mailed(request: APIRequestContext, aan: string, soort: string): Promise<string> {
  const found = async () => {
    const answer = await request.get('/api/v1/demoberichten', { params: { aan } })
    const { resultaten } = (await answer.json()) as { resultaten: Bericht[] }
    return resultaten.find((one) => one.soort === soort)?.knoppen[0]?.adres
  }
  await expect.poll(found, { timeout: 15_000 }).toBeTruthy()
  const address = new URL((await found()) ?? '')
  return address.pathname + address.hash
}
