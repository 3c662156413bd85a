import { startEigenKaart, type EigenKaart } from './eigenKaart'
import { plainTextOf } from './mail'
import { expect, test } from './page'
import { rowToCheck as row } from './rowToCheck'
import { contrast, look } from './toegankelijk/audit'
import { overflowing, spaceText } from './toegankelijk/inPage'

const PHONE = { width: 360, height: 740 }
const NAMES = ['Biljarten', 'Breien', 'Eettafel', 'Koffie', 'Wandelen']

test.describe.configure({ mode: 'serial', timeout: 90_000 })
test.use({ viewport: PHONE, hasTouch: true })

let kaart: EigenKaart

test.beforeAll(async () => {
  test.setTimeout(240_000)
  kaart = await startEigenKaart()
  await kaart.importRows(NAMES.map((titel) => row(titel)))
})

test.afterAll(() => kaart.stop())

test('een vrijwilliger bevestigt vijf keer aanbod uit één mail op haar telefoon', async ({
  page,
}) => {
  kaart.run('ask-owners')
  const text = await mailAbout('Biljarten')
  expect(text).toContain('5 van je 5 zijn aan de beurt')
  const [link = ''] = /http\S+\/mijn\/klopt-nog#[\w-]+(?=\s)/.exec(text) ?? []

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Klopt het nog?' })).toBeVisible()
  await expect(page.getByText('0 van 5 gedaan')).toBeVisible()
  const of = (name: string) => page.getByRole('article', { name })
  for (const [at, name] of NAMES.slice(0, 4).entries()) {
    await of(name).getByRole('button', { name: 'Klopt nog' }).tap()
    await expect(of(name).getByText('Klopt nog. Vandaag gecontroleerd.')).toBeVisible()
    await expect(page.getByText(`${at + 1} van 5 gedaan`)).toBeVisible()
  }
  await of('Wandelen').getByRole('button', { name: 'Gestopt' }).tap()
  await of('Wandelen').getByRole('button', { name: 'Ja, gestopt' }).tap()
  await expect(page.getByRole('heading', { name: 'Dank je wel, alles is gedaan' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)

  // What residents see.
  await of('Koffie').getByRole('link', { name: 'Bekijk wat bewoners zien' }).click()
  await expect(page.getByText(/^Buurthuis De Proef heeft op .* gecontroleerd/)).toBeVisible()
  await page.goto(`${kaart.url}/aanbod/wandelen`)
  await expect(page.getByRole('heading', { level: 1, name: 'Wandelen' })).toBeVisible()
  await expect(page.getByText('Dit is gestopt.')).toBeVisible()
  const found = () => page.request.get(`${kaart.url}/api/v1/zoeken?q=wandelen`)
  await expect
    .poll(async () => (await found()).json() as Promise<unknown>)
    .toMatchObject({ totaal: 0 })
})

test('de links per aanbod zetten klaar en doen niets, en ongedaan maken zet terug', async ({
  page,
}, info) => {
  await kaart.importRows([row('Tuinieren', 'Buurttuin De Schoffel')])
  kaart.run('ask-owners')
  const text = await mailAbout('Tuinieren')
  const [stop = ''] = /http\S+&gestopt/.exec(text) ?? []

  await page.goto(stop)
  const tuin = page.getByRole('article', { name: 'Tuinieren' })
  await expect(tuin.getByText('Is dit echt gestopt?')).toBeVisible()
  expect(await look(page, 'echt gestopt', info)).toEqual([])
  await tuin.getByRole('button', { name: 'Nee, toch niet' }).tap()
  await tuin.getByRole('button', { name: 'Aanpassen' }).tap()
  await page.setViewportSize({ ...PHONE, width: 320 })
  expect(await look(page, 'klopt nog', info)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrast(page)).toEqual([])
  await page.evaluate(spaceText)
  expect(await page.evaluate(overflowing)).toEqual([])
  await tuin.getByRole('button', { name: 'Gestopt' }).tap()
  await tuin.getByRole('button', { name: 'Ja, gestopt' }).tap()
  await expect(tuin.getByText('Gestopt. Het staat niet meer op de kaart.')).toBeVisible()
  await page.reload()
  await expect(tuin.getByText('Gestopt. Het staat niet meer op de kaart.')).toBeVisible()
  await tuin.getByRole('button', { name: 'Maak ongedaan' }).tap()
  await expect(page.getByText('0 van 1 gedaan')).toBeVisible()
  await tuin.getByRole('link', { name: 'Bekijk wat bewoners zien' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tuinieren' })).toBeVisible()
  await expect(page.getByText('Dit is gestopt.')).toHaveCount(0)
})

test('een link die niet van ons is, zegt wat je kunt doen', async ({ page }) => {
  await page.goto(`${kaart.url}/mijn/klopt-nog#nooit-gestuurd`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer')
  await page.getByRole('link', { name: 'Log in' }).click()
  await expect(page).toHaveURL(`${kaart.url}/mijn`)
})

/** The text of the one mail that asks about this listing, when it has come. */
async function mailAbout(titel: string): Promise<string> {
  const found = async () =>
    (await kaart.mails()).map(plainTextOf).filter((one) => one.includes(titel))
  await expect.poll(found, { timeout: 30_000 }).toHaveLength(1)
  return (await found())[0] ?? ''
}
