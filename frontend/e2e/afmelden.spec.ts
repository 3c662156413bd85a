import { startEigenKaart, type EigenKaart } from './eigenKaart'
import { plainTextOf } from './mail'
import { expect, test } from './page'
import { rowToCheck } from './rowToCheck'

const PHONE = { width: 360, height: 740 }

test.describe.configure({ mode: 'serial', timeout: 90_000 })
test.use({ viewport: PHONE, hasTouch: true })

let kaart: EigenKaart

test.beforeAll(async () => {
  test.setTimeout(240_000)
  kaart = await startEigenKaart()
  await kaart.importRows([rowToCheck('Biljarten')])
})

test.afterAll(() => kaart.stop())

test('een mail leidt naar een knop die hem stopt, en weer aanzet', async ({ page }) => {
  kaart.run('ask-owners')
  await expect.poll(async () => (await kaart.mails()).length, { timeout: 30_000 }).toBe(1)
  const [mail = ''] = await kaart.mails()
  const [oneClick = ''] = /(?<=^List-Unsubscribe: <)[^>]+/m.exec(mail) ?? []
  const [link = ''] = /http\S+\/mijn\/afmelden#\S+/.exec(plainTextOf(mail)) ?? []

  // What a program does that looks at every link of a mail.
  for (const address of [oneClick, link]) await page.request.get(address)
  await page.goto(link)
  const soort = page.getByRole('article', { name: 'De vraag of je aanbod nog klopt' })
  await expect(soort.getByText('Je krijgt deze mail.', { exact: true })).toBeVisible()
  await expect(soort.getByText(/Dan bellen we je als je gegevens verouderd zijn/)).toBeVisible()
  await soort.getByRole('button', { name: 'Stop deze mail' }).tap()
  await expect(soort.getByText('Je krijgt deze mail niet meer.')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  await page.reload()
  await expect(soort.getByText('Je krijgt deze mail niet meer.')).toBeVisible()
  await soort.getByRole('button', { name: 'Stuur deze mail weer' }).tap()
  await expect(soort.getByText('Je krijgt deze mail.', { exact: true })).toBeVisible()

  // What a mail program does when somebody presses its own button, and what people see then.
  const form = { 'List-Unsubscribe': 'One-Click' }
  expect((await page.request.post(oneClick, { form })).status()).toBe(204)
  await page.goto(oneClick)
  await expect(page).toHaveURL(link)
  await expect(soort.getByText('Je krijgt deze mail niet meer.')).toBeVisible()
  await page.keyboard.press('Tab')
  await soort.getByRole('button', { name: 'Stuur deze mail weer' }).press('Enter')
  await expect(soort.getByRole('button', { name: 'Stop deze mail' })).toBeFocused()
})

test('een link die niet heel is, zegt wat je kunt doen', async ({ page }) => {
  await page.goto(`${kaart.url}/mijn/afmelden#verzonnen&controle`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet')
  await page.getByRole('link', { name: 'Log in' }).click()
  await expect(page).toHaveURL(`${kaart.url}/mijn/mail`)
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
})
