import { startEigenKaart, type EigenKaart } from './eigenKaart'
import { logInAs } from './inloggen'
import { expect, test } from './page'

test.describe.configure({ timeout: 90_000 })

let kaart: EigenKaart

test.beforeAll(async () => {
  test.setTimeout(240_000)
  // Of its own: on the demo that other tests share, changes wait for the redactie.
  kaart = await startEigenKaart({ DEMO: '1' })
})

test.afterAll(() => kaart.stop())

test('wat een vertrouwde organisatie verandert, staat er meteen en wordt achteraf teruggedraaid', async ({
  browser,
}) => {
  const fresh = () => browser.newPage({ baseURL: kaart.url })
  const [member, redactie] = await Promise.all([fresh(), fresh()])
  await logInAs(member, 'vrijwilliger@example.org')
  await logInAs(redactie, 'redactie@example.org')

  // The redactie trusts the organisation.
  const { resultaten } = (await (await member.request.get('/api/v1/lidmaatschappen')).json()) as {
    resultaten: { organisatie: { id: string } }[]
  }
  await redactie.goto(`/mijn/organisaties/${resultaten[0]?.organisatie.id ?? ''}`)
  await redactie.getByRole('button', { name: 'Laat meteen op de kaart komen' }).click()
  await expect(redactie.getByRole('button', { name: 'Kijk weer eerst' })).toBeVisible()

  // What its people write is on the map with one press.
  await member
    .getByRole('link', { name: /^Bewerk/ })
    .first()
    .click()
  const summary = member.getByRole('textbox', { name: /^Het belangrijkste/ })
  const before = await summary.inputValue()
  await summary.fill('Kom gezellig langs. De koffie is klaar.')
  await expect(member.getByText(/^Bewaard om/)).toBeVisible()
  await member.getByRole('button', { name: 'Zet op de kaart' }).click()
  const id = member.url().split('/').at(-1) ?? ''
  const shown = async () =>
    (await (await member.request.get(`/api/v1/aanbod/${id}`)).json()) as {
      titel: string
      samenvatting: string
    }
  await expect
    .poll(async () => (await shown()).samenvatting)
    .toBe('Kom gezellig langs. De koffie is klaar.')

  // The redactie sees it afterwards, and puts back what was there.
  const { titel } = await shown()
  await redactie.goto('/mijn/redactie')
  await redactie.getByRole('link', { name: 'Achteraf' }).click()
  const item = redactie.getByRole('article', { name: titel })
  await expect(item.getByText('gezellig langs', { exact: false }).first()).toBeVisible()
  await item.getByRole('button', { name: 'Draai terug' }).click()
  await item.getByRole('textbox').fill('Wat je hier doet, is nu niet meer te lezen.')
  await item.getByRole('button', { name: 'Draai terug en stuur dit' }).click()
  await expect(redactie.getByText('Alles is bekeken.')).toBeVisible()
  expect((await shown()).samenvatting).toBe(before)

  // Its writer reads why, where they write.
  await member.goto(`/mijn/aanbod/${id}`)
  await expect(member.getByText('Wat je hier doet, is nu niet meer te lezen.')).toBeVisible()
})
