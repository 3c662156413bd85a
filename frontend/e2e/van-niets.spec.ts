import type { Browser, Page } from '@playwright/test'
import type { EigenKaart } from './eigenKaart'
import { logInThere, startKaartMetInlogdienst, toInlogdienst, withoutLetters } from './inlogdienst'
import { plainTextOf } from './mail'
import { expect, test } from './page'

const PHONE = { width: 360, height: 740 }
const NAME = 'Sleutelclub De Schuur'
const VERA = 'vera@schuur.example.org'
const TITEL = 'Samen sleutelen in de schuur'
const VRAAG = 'Mag ik ook komen als ik zelf niet kan plakken?'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ viewport: PHONE, hasTouch: true })

let kaart: EigenKaart
let vera: Page
let anna: Page

// Among the listings of the demo: to be the only one on a map is no proof of being found.
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  const people = { anna: { name: 'Anna de Vries', roles: ['kaart-redactie'] } }
  kaart = await startKaartMetInlogdienst(people, { DEMO: '1' })
  vera = await person(browser, PHONE)
  anna = await person(browser)
})

test.afterAll(async () => {
  await Promise.all([vera.context().close(), anna.context().close()])
  await kaart.stop()
})

test('een bewonersinitiatief zonder KvK-nummer sluit zich aan, met de link uit de mail', async () => {
  await vera.goto(`${kaart.url}/mijn/aansluiten`)
  await vera.getByLabel(/^Hoe heet jullie organisatie/).fill(NAME)
  await vera.getByLabel('Een initiatief van bewoners').tap()
  await vera.getByLabel('Hoe heet je?').fill('Vera')
  await vera.getByLabel('Je e-mailadres').fill(VERA)
  await vera.getByRole('button', { name: 'Stuur me een link' }).tap()
  await expect(vera.getByRole('heading', { name: 'Kijk in je mail' })).toBeFocused()

  await vera.goto(await linkIn('aansluiten'))
  await vera.getByRole('button', { name: 'Bevestig en log in' }).tap()
  await expect(vera.getByRole('heading', { name: 'Welkom, Vera' })).toBeFocused()
})

test('zij schrijft op haar telefoon alles op, en stuurt het in', async () => {
  await vera.getByRole('link', { name: 'Vul in wat jullie doen' }).tap()
  await field('Titel').fill(TITEL)
  await vera.getByRole('button', { name: 'Begin' }).tap()
  await expect(vera.getByRole('heading', { level: 1, name: `Bewerk ${TITEL}` })).toBeFocused()

  await field(/^Het belangrijkste/).fill('We repareren samen fietsen. Neem je eigen fiets mee.')
  await choose('Wat voor aanbod is het?', 'Activiteit')
  await choose('Waar helpt het bij?', 'Contact en meedoen')
  await field('Wat gebeurt er?').fill('Er is gereedschap en koffie. Je helpt elkaar.')
  await choose('Wie mag er komen?', 'Iedereen is welkom')
  await clickMoment()
  await pointAtPlace()
  await choose('Hoe kom je binnen?', 'Je kunt gewoon binnenlopen')
  await choose('Wat kost het?', 'Gratis')
  await field('Naar wie vraag je?').fill('Vera')
  await field('Telefoon').fill('038 000 11 22')

  await expect(vera.getByText('Alles wat nodig is, staat er. Mooi!')).toBeVisible()
  expect(await vera.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  await vera.getByRole('button', { name: 'Stuur naar de redactie' }).tap()
  await expect(vera.getByRole('heading', { level: 1, name: 'Het is verstuurd' })).toBeFocused()
})

test('de redactie logt in bij de gemeente, laat de club toe en stelt een vraag', async () => {
  await withoutLetters(anna)
  await anna.goto(`${kaart.url}/mijn`)
  await toInlogdienst(anna).click()
  await logInThere(anna, 'anna')
  await anna.getByRole('link', { name: /^Redactie/ }).click()
  await anna.getByRole('link', { name: /^Aanmeldingen/ }).click()
  const club = anna.getByRole('article', { name: NAME })
  await expect(club.getByText('Initiatief van bewoners')).toBeVisible()
  await club.getByRole('button', { name: 'Laat toe' }).click()
  await expect(anna.getByText(`${NAME} is toegelaten.`)).toBeAttached()

  await anna.getByRole('link', { name: 'Beoordelen' }).click()
  await anna.getByRole('link', { name: new RegExp(`^${TITEL}`) }).click()
  const item = anna.getByRole('article', { name: TITEL })
  await expect(item.getByText(/dinsdag/)).toBeVisible()
  await item.getByRole('button', { name: 'Stel een vraag' }).click()
  await item.getByRole('textbox').fill(VRAAG)
  await item.getByRole('button', { name: 'Stuur de vraag' }).click()
  await expect(anna.getByRole('button', { name: 'Draai terug' })).toBeVisible()
})

test('zij leest de vraag in haar mail, verbetert het en stuurt het opnieuw in', async () => {
  await vera.goto(linkFrom(await mailAbout(VRAAG), 'aanbod'))
  await expect(vera.getByText('De redactie heeft een vraag:')).toBeVisible()
  await expect(vera.getByText(VRAAG)).toBeVisible()
  await field('Wat gebeurt er als je voor het eerst komt?').fill('Kun je niet plakken? Wij wel.')
  await vera.getByRole('button', { name: 'Stuur naar de redactie' }).tap()
  await expect(vera.getByRole('heading', { level: 1, name: 'Het is verstuurd' })).toBeFocused()
})

test('de redactie keurt het goed, en zij krijgt dat te lezen', async () => {
  await anna.reload()
  await anna.getByRole('link', { name: new RegExp(`^${TITEL}`) }).click()
  const item = anna.getByRole('article', { name: TITEL })
  await expect(item.getByText(VRAAG)).toBeVisible()
  await expect(item.getByText('Kun je niet plakken? Wij wel.')).toBeVisible()
  await item.getByRole('button', { name: /^Zet op de kaart/ }).click()
  await expect(anna.getByText(`${TITEL}: staat op de kaart.`).first()).toBeVisible()

  await vera.goto(linkFrom(await mailAbout('Het staat nu op de sociale kaart.'), 'aanbod'))
  await expect(vera.getByRole('heading', { level: 1, name: TITEL, exact: true })).toBeVisible()
})

test('een bewoner zoekt in eigen woorden, vindt het en doet het open', async ({ page }) => {
  const found = page.getByRole('article').filter({ hasText: TITEL })
  // The index hears of it a moment after the redactie agreed.
  await expect(async () => {
    await page.goto(kaart.url)
    await page.getByRole('combobox').first().fill('wie helpt mijn fiets maken in holtenbroek')
    await page.getByRole('button', { name: 'Zoek', exact: true }).tap()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('mijn fiets')
    await expect(found).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await found.getByRole('link', { name: TITEL }).tap()
  await expect(page.getByRole('heading', { level: 1, name: TITEL, exact: true })).toBeVisible()
  await expect(page.getByText(/^Elke 2 weken op dinsdag/).first()).toBeVisible()
  await expect(page.getByText('Kun je niet plakken? Wij wel.')).toBeVisible()
  await expect(page.getByText(NAME).first()).toBeVisible()
})

const field = (name: string | RegExp) => vera.getByRole('textbox', { name, exact: true })
const choose = (group: string, name: string) =>
  vera.getByRole('group', { name: group, exact: true }).getByText(name, { exact: true }).tap()

/** Every other Tuesday evening, not in the school holidays, with the dates that come of it. */
async function clickMoment() {
  await vera.getByRole('button', { name: 'Voeg een moment toe' }).tap()
  const moment = vera.getByRole('group', { name: 'Moment 1', exact: true })
  await moment.getByText('Elke twee weken').tap()
  await moment.getByRole('checkbox', { name: 'dinsdag' }).tap()
  await moment
    .getByRole('group', { name: 'Welke week begint het?' })
    .getByRole('radio')
    .first()
    .tap()
  await moment.getByLabel('Van hoe laat').fill('19:00')
  await moment.getByLabel('Tot hoe laat').fill('21:00')
  await moment.getByText('Niet in de schoolvakantie').tap()
  const proof = moment.getByRole('group', { name: 'Zo staat het op de kaart' })
  await expect(proof.getByText('Elke 2 weken op dinsdag van 19.00 tot 21.00 uur')).toBeVisible()
}

/** A wijk to begin with, the street in words, and the pin where it is. */
async function pointAtPlace() {
  await vera.getByRole('combobox', { name: 'Straat, postcode of wijk' }).fill('holtenb')
  await vera.getByRole('option').first().tap()
  await field('Hoe heet de plek?').fill('De Schuur')
  await field('Straat en huisnummer').fill('Proefpad 1')
  await expect(vera.getByText('Dit ligt in Holtenbroek.')).toBeVisible()
  await expect(field('Plaats')).toHaveValue('Zwolle')
}

/** Somebody in a browser of their own. */
async function person(browser: Browser, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    viewport,
    hasTouch: viewport === PHONE,
  })
  return context.newPage()
}

/** The text of the one mail to her with these words in it, when it has come. */
async function mailAbout(words: string): Promise<string> {
  const found = async () =>
    (await kaart.mails())
      .filter((mail) => mail.includes(VERA))
      .map(plainTextOf)
      .find((text) => text.includes(words))
  await expect.poll(found, { timeout: 60_000 }).toBeTruthy()
  return (await found()) ?? ''
}

const linkIn = async (where: string) => linkFrom(await mailAbout(`/mijn/${where}`), where)

function linkFrom(text: string, where: string): string {
  const [link = ''] = new RegExp(`http\\S+/${where}\\S*`).exec(text) ?? []
  return link
}
