import type { Browser, BrowserContext, Page } from '@playwright/test'
import { logInAs } from './inloggen'
import { expect, test } from './page'

const VERA = 'vrijwilliger@example.org'

/** Begins something new, and takes it away when the test is over. */
async function begin(page: Page, titel: string) {
  await page.getByRole('link', { name: 'Voeg iets nieuws toe' }).first().click()
  await page.getByRole('textbox', { name: 'Titel' }).fill(titel)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Bewerk ${titel}` })).toBeFocused()
  return page.url().split('/').at(-1) ?? ''
}

async function remove(page: Page, id: string) {
  const address = `/api/v1/aanbod/${id}`
  const { versie } = (await (await page.request.get(address)).json()) as { versie: number }
  await page.request.delete(address, { headers: { 'if-match': `"${versie}"` } })
}

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
const summary = (page: Page) => field(page, /^Het belangrijkste/)
const kept = (page: Page) => expect(page.getByText(/^Bewaard om/)).toBeVisible()
const option = (page: Page, name: string) =>
  page.locator('.sk-opties label').filter({ hasText: name }).first()

async function another(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await logInAs(page, VERA)
  return { context, page }
}

test('iets nieuws, van niets tot ingestuurd, met een verbinding die wegvalt', async ({
  page,
  context,
}) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 740 })
  await logInAs(page, VERA)
  const id = await begin(page, 'Breien aan de keukentafel')

  // What is hard to read gets a hint, and one press is enough.
  await summary(page).fill('Aanvang is om tien uur. Wie wil, breit mee.')
  await page.getByRole('button', { name: 'Schrijf ‘begin’' }).click()
  await expect(summary(page)).toHaveValue('Begin is om tien uur. Wie wil, breit mee.')
  await page.getByRole('button', { name: 'Draai terug' }).click()
  await expect(summary(page)).toHaveValue('Aanvang is om tien uur. Wie wil, breit mee.')
  await page.getByRole('button', { name: 'Schrijf ‘start’' }).click()
  await kept(page)

  // The connection goes: calm words, and nothing is lost.
  await context.setOffline(true)
  await field(page, 'Wat gebeurt er?').fill('We zitten om de tafel en breien.')
  await field(page, 'Wat gebeurt er?').blur()
  await expect(page.getByText('Nog niet bewaard: geen verbinding.').first()).toBeVisible()
  await expect(page.getByText('Je tekst staat veilig in deze browser.').first()).toBeVisible()
  await field(page, 'Wat gebeurt er?').pressSequentially(' Er is thee.')
  // The lid closes, and opens again where there is a connection.
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(`/mijn/aanbod/${id}`)
  const story = field(next, 'Wat gebeurt er?')
  await expect(story).toHaveValue('We zitten om de tafel en breien. Er is thee.')
  await kept(next)
  expect(await next.evaluate(() => Object.keys(localStorage))).toEqual([])
  await next.reload()
  await expect(story).toHaveValue('We zitten om de tafel en breien. Er is thee.')
  await expect(summary(next)).toHaveValue('Start is om tien uur. Wie wil, breit mee.')

  // Handing in too early leads to what is missing.
  await next.getByRole('button', { name: 'Stuur naar de redactie' }).click()
  await expect(next.getByRole('heading', { name: 'Er is nog iets te doen' })).toBeFocused()
  await next.getByRole('link', { name: 'Wie mag er komen?' }).press('Enter')
  await expect(next.getByRole('group', { name: 'Wie mag er komen?' })).toBeFocused()
  await next.keyboard.press('Tab')
  await next.keyboard.press('Space')
  await option(next, 'Activiteit').click()
  await option(next, 'Contact en meedoen').click()
  await option(next, 'Je kunt gewoon binnenlopen').click()
  await expect(next.getByText('Alles wat nodig is, staat er. Mooi!')).toBeVisible()
  await next.getByRole('button', { name: 'Stuur naar de redactie' }).click()
  await expect(next.getByRole('heading', { level: 1, name: 'Het is verstuurd' })).toBeFocused()
  await next.getByRole('link', { name: 'Terug naar mijn aanbod' }).click()
  const row = next.getByRole('listitem').filter({ hasText: 'Breien aan de keukentafel' })
  await expect(row.getByText(/^Wacht op de redactie/)).toBeVisible()
  await remove(next, id)
})

test('twee mensen tegelijk: de tweede kiest per onderdeel', async ({ page, browser }) => {
  test.slow()
  await logInAs(page, VERA)
  const id = await begin(page, 'Soep op woensdag')
  const { context, page: other } = await another(browser)
  await other.goto(`/mijn/aanbod/${id}`)
  await expect(summary(other)).toBeVisible()

  await summary(page).fill('Soep voor iedereen.')
  await field(page, 'Meer over de kosten').fill('Je geeft wat je kunt missen.')
  await field(page, 'Meer over de kosten').blur()
  await kept(page)
  await summary(other).fill('Elke woensdag soep.')
  await summary(other).blur()
  await expect(
    other.getByRole('heading', { name: 'Een collega schreef iets anders' }),
  ).toBeFocused()
  const choice = other.getByRole('group', { name: /^Het belangrijkste/ })
  await choice.getByRole('radio', { name: /Soep voor iedereen/ }).check()
  await other.getByRole('button', { name: 'Zo moet het' }).click()
  await expect(summary(other)).toHaveValue('Soep voor iedereen.')
  // What the other wrote elsewhere came along without a question.
  await expect(field(other, 'Meer over de kosten')).toHaveValue('Je geeft wat je kunt missen.')
  await context.close()
  await remove(page, id)
})

test('weggooien kan terug, en wat niet van jou is blijft dicht', async ({ page }) => {
  await logInAs(page, VERA)
  const id = await begin(page, 'Fluiten in het park')
  await summary(page).fill('Samen fluiten.')
  await kept(page)
  await page.getByRole('button', { name: 'Gooi mijn wijzigingen weg' }).click()
  await expect(summary(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Zet ze terug' }).click()
  await expect(summary(page)).toHaveValue('Samen fluiten.')
  await remove(page, id)
  await page.goto(`/mijn/aanbod/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet')
})

test('een voorbeeld zoals inwoners het zien, op twee schermen', async ({ page }) => {
  await logInAs(page, VERA)
  const id = await begin(page, 'Sjoelen in de kantine')
  await field(page, 'Wat gebeurt er?').fill('We sjoelen om de beurt.')
  await field(page, 'Telefoon').fill('bel maar')
  // What was typed last is in it, without waiting.
  await page.getByRole('button', { name: 'Bekijk hoe het eruitziet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Zo ziet het eruit' })).toBeFocused()
  const shown = page.frameLocator('iframe')
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Sjoelen in de kantine')
  await expect(shown.getByText('We sjoelen om de beurt.')).toBeVisible()
  await expect(shown.getByText('bel maar')).toHaveCount(0)
  await expect(page).toHaveTitle(/^Zo ziet het eruit/)
  const width = () =>
    shown.locator('main').evaluate((main) => main.ownerDocument.defaultView?.innerWidth)
  expect(await width()).toBe(360)
  await page.getByRole('radio', { name: 'Op een computer' }).check()
  await expect.poll(width).toBe(1280)
  // It only shows: nothing is saved and nobody goes anywhere.
  await shown.getByRole('button', { name: /^Zet op mijn lijst/ }).click()
  await shown.getByRole('link', { name: 'Zoek verder' }).click()
  await expect(page.getByText('Knoppen en links doen hier niets.')).toBeAttached()
  await expect(page).toHaveURL(new RegExp(`/mijn/aanbod/${id}/voorbeeld$`))
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.getByRole('link', { name: 'Terug naar bewerken' }).click()
  await expect(field(page, 'Wat gebeurt er?')).toHaveValue('We sjoelen om de beurt.')
  await remove(page, id)
})

test('een plek met alleen het toetsenbord', async ({ page }) => {
  await logInAs(page, VERA)
  const id = await begin(page, 'Biljarten in de wijk')
  await field(page, 'Wat gebeurt er?').focus()
  await page.getByRole('combobox', { name: 'Straat, postcode of wijk' }).focus()
  await page.keyboard.type('holtenbroek')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field(page, 'Straat en huisnummer')).toBeFocused()
  await expect(page.getByText('Dit ligt in Holtenbroek.')).toBeVisible()
  await page.getByRole('button', { name: 'Zet de speld op de kaart' }).press('Enter')
  const map = page.getByRole('application').locator('.leaflet-container')
  await map.focus()
  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('Dit ligt in Holtenbroek.')).toBeHidden()
  await remove(page, id)
})
