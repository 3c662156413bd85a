import type { Page } from '@playwright/test'
import { cutNetwork, expect, test } from './page'

const saves = (page: Page) => page.getByRole('button', { name: /^Zet op mijn lijst/ })
const items = (page: Page) => page.getByRole('article')
const titles = (page: Page) => items(page).getByRole('heading').allTextContents()
const stored = (page: Page) =>
  page.evaluate(() => {
    const list = JSON.parse(localStorage.getItem('mijn-lijst') ?? '{"items":[]}') as {
      items: { id: string; notitie?: string }[]
    }
    return list.items
  })

async function saveThree(page: Page) {
  await page.goto('/zoeken?q=koffie')
  for (let n = 1; n <= 3; n++) {
    await saves(page).first().click()
    await expect(page.getByRole('link', { name: `Mijn lijst (${n})` })).toBeVisible()
  }
}

async function openList(page: Page) {
  await page.getByRole('link', { name: /^Mijn lijst/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn lijst' })).toBeVisible()
  await expect(items(page).locator('time, .sk-item__facts').first()).toBeVisible()
}

const linkOf = (page: Page) =>
  page.getByRole('textbox', { name: 'Link naar je lijst' }).inputValue()

test('bewaren, ordenen, iets erbij schrijven, weghalen en terugzetten met het toetsenbord', async ({
  page,
}) => {
  await page.goto('/zoeken?q=koffie')
  const save = saves(page).first()
  await save.focus()
  await page.keyboard.press('Space')
  const pressed = page.getByRole('button', { name: /^Op mijn lijst/ })
  await expect(pressed).toBeFocused()
  await expect(pressed).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('status').filter({ hasText: 'staat op je lijst' })).toHaveCount(1)
  await saves(page).nth(0).press('Enter')
  await saves(page).nth(0).press('Enter')
  await openList(page)
  await expect(page.getByText('Veranderd sinds')).toHaveCount(0)

  const before = await titles(page)
  const down = page.getByRole('button', { name: /^Omlaag/ }).first()
  await down.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => titles(page)).toEqual([before[1], before[0], before[2]])
  await expect(page.getByRole('button', { name: `Omlaag : ${before[0] ?? ''}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'op plek 3 van 3' })).toHaveCount(1)

  await page
    .getByRole('button', { name: /^Schrijf er iets bij/ })
    .first()
    .press('Enter')
  await page.keyboard.type('Bel 06 1234 5678')
  await expect(page.getByText('Hier staat een telefoonnummer in')).toBeVisible()

  await page
    .getByRole('button', { name: /^Haal van mijn lijst/ })
    .first()
    .press('Enter')
  await expect(items(page)).toHaveCount(2)
  const undo = page.getByRole('button', { name: 'Zet terug' })
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => titles(page)).toEqual([before[1], before[2], before[0]])
  expect((await stored(page))[0]?.notitie).toBe('Bel 06 1234 5678')

  await page.getByRole('button', { name: 'Wis alles' }).press('Enter')
  await expect(page.getByText('Er staat nog niets op je lijst')).toBeVisible()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await undo.press('Enter')
  await expect(items(page)).toHaveCount(3)
  await page.reload()
  await expect(items(page)).toHaveCount(3)
})

test('een ander tabblad loopt gelijk', async ({ page, context }) => {
  await saveThree(page)
  const other = await context.newPage()
  await other.goto('/mijn-lijst')
  await expect(items(other)).toHaveCount(3)
  await page
    .getByRole('button', { name: /^Op mijn lijst/ })
    .first()
    .click()
  await expect(items(other)).toHaveCount(2)
})

test('op de bladzijde van iets zelf kan het ook', async ({ page }) => {
  await page.goto('/zoeken?q=koffie')
  await items(page).first().getByRole('link').click()
  await expect(page.getByRole('region', { name: 'In het kort' })).toBeVisible()
  await saves(page).click()
  await expect(page.getByRole('link', { name: 'Mijn lijst (1)' })).toBeVisible()
})

test('de link heeft de lijst zelf, zegt wat er veranderde en stuurt niets over een persoon', async ({
  page,
  context,
  browser,
}) => {
  await saveThree(page)
  await openList(page)
  await page
    .getByRole('button', { name: /^Schrijf er iets bij/ })
    .first()
    .click()
  await page.keyboard.type('Ga samen met de buren')
  const bare = await linkOf(page)
  await page.getByText('Stuur mijn notities mee').click()
  const link = await linkOf(page)
  expect(link.length).toBeGreaterThan(bare.length)
  await page.getByRole('textbox', { name: /^Notitie/ }).fill('mail jan@example.org')
  await expect(page.getByText(/In je notitie bij .* staat een e-mailadres/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kopieer de link' })).toBeHidden()

  // Somebody else, with a browser of their own; one listing is no longer as it was.
  const elsewhere = await browser.newContext({ locale: 'nl-NL' })
  const receiver = await elsewhere.newPage()
  const asked: string[] = []
  receiver.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
  const [, second, third] = await stored(page)
  await receiver.route('**/api/v1/aanbod?*', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.json()) as { resultaten: Record<string, unknown>[] }
    const kept = body.resultaten.filter(({ id }) => id !== third?.id)
    const moved = kept.map((one) => {
      const isSecond = one.id === second?.id
      return isSecond ? { ...one, capaciteit: 'vol', locatie: { straat: 'Elders 1' } } : one
    })
    await route.fulfill({ json: { ...body, resultaten: moved } })
  })
  await receiver.goto(link)
  await expect(receiver.getByRole('heading', { level: 1 })).toHaveText('Een lijst voor jou')
  await expect(items(receiver)).toHaveCount(3)
  await expect(items(receiver).nth(0)).toContainText('Ga samen met de buren')
  await expect(items(receiver).nth(0)).not.toContainText('Veranderd sinds')
  await expect(items(receiver).nth(1)).toContainText('Het is nu vol.')
  await expect(items(receiver).nth(1)).toContainText('Het is nu ergens anders.')
  await expect(items(receiver).nth(2)).toContainText('Dit staat niet meer op de kaart.')
  expect(asked.join('\n')).not.toContain('buren')

  await receiver.getByRole('button', { name: 'Zet alles op mijn lijst' }).click()
  await expect(receiver.getByRole('link', { name: 'Mijn lijst (2)' })).toBeVisible()
  await receiver.locator('summary').filter({ hasText: 'Nederlands' }).click()
  await receiver.getByRole('link', { name: 'English' }).click()
  await expect(receiver.getByRole('heading', { level: 1 })).toHaveText('A list for you')
  // An answer that is still on its way would be lost half-way.
  await receiver.unrouteAll({ behavior: 'wait' })
  await elsewhere.close()

  const plain = await context.newPage()
  await plain.goto(bare)
  await expect(plain.getByText('Alles klopt nog.')).toBeVisible()
  await expect(plain.getByText('Ga samen met de buren')).toHaveCount(0)
})

for (const [fragment, help] of Object.entries({
  '': 'In de link staat geen lijst',
  '#1.AZ-onzin.q': 'De link is niet heel',
  '#7.AAAA.1': 'nieuwere versie',
})) {
  test(`een link met ‘${fragment}’ wijst de weg`, async ({ page }) => {
    await page.goto(`/lijst${fragment}`)
    await expect(page.getByText(help)).toBeVisible()
    await page.getByRole('link', { name: 'Zoek verder' }).click()
    await expect(page).toHaveURL(/\/zoeken$/)
  })
}

test('de lijst is er ook als de server weg is', async ({ page }) => {
  await saveThree(page)
  const names = await page.evaluate(() => localStorage.getItem('mijn-lijst'))
  const restore = await cutNetwork(page)
  await page.goto('/mijn-lijst')
  await expect(page.getByRole('alert')).toContainText('Je ziet wat je eerder bewaarde')
  for (const title of await titles(page)) expect(names).toContain(title)
  await expect(items(page)).toHaveCount(3)
  await restore()
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
})

test('een browser die niets bewaart, zegt dat', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('nee', 'SecurityError')
      },
    })
  })
  await saveThree(page)
  await openList(page)
  await expect(page.getByText('Je browser bewaart je lijst niet')).toBeVisible()
  await expect(items(page)).toHaveCount(3)
})

test('op papier staat alles wat je nodig hebt, en geen knop', async ({ page }) => {
  await saveThree(page)
  await openList(page)
  await page.getByText('Grote letters').click()
  await page.emulateMedia({ media: 'print' })
  await expect(items(page).first().locator('.sk-qr path').first()).toBeVisible()
  await expect(items(page).first().locator('.sk-locator')).toBeVisible()
  await expect(page.getByText(/^Geprint op/)).toBeVisible()
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
  const size = await items(page)
    .first()
    .locator('.sk-item__facts')
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(size).toBeGreaterThanOrEqual(20)
})
