import { expect, test } from './page'

const wishes = 'Waar we op letten'

test('wat we begrepen kan weg, en weer terug, ook met de knop van de browser', async ({ page }) => {
  await page.goto('/zoeken?q=koffie+in+holtenbroek')
  const group = page.getByRole('group', { name: wishes })
  const takeOff = group.getByRole('link', { name: 'In Holtenbroek niet meer op letten' })
  const putBack = group.getByRole('link', { name: 'In Holtenbroek weer op letten' })
  const near = page.getByRole('article').filter({ hasText: 'Holtenbroek' }).first()
  await expect(near).toBeVisible()

  await takeOff.click()
  await expect(page).toHaveURL(/\?q=koffie\+in\+holtenbroek&zonder=wijk$/)
  await expect(putBack).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(/holtenbroek$/)
  await expect(takeOff).toBeVisible()

  await takeOff.press('Enter')
  await expect(page).toHaveURL(/zonder=wijk/)
  await page.reload()
  await putBack.press('Enter')
  await expect(page).toHaveURL(/holtenbroek$/)
  await expect(near).toBeVisible()
})

test('wat we begrepen laat niets weg en staat los van de filters', async ({ page }) => {
  await page.goto('/zoeken?q=gratis+koffie')
  const count = page.getByRole('status').filter({ hasText: 'gevonden' })
  await expect(page.getByRole('group', { name: wishes })).toContainText('Gratis')
  await expect(page.getByRole('group', { name: 'Gekozen filters' })).toBeHidden()
  const all = Number.parseInt((await count.textContent()) ?? '')
  await page
    .getByRole('group', { name: 'Kosten' })
    .getByText(/^Gratis/)
    .click()
  const filters = page.getByRole('group', { name: 'Gekozen filters' })
  await expect(filters.getByRole('link', { name: 'Gratis weghalen' })).toBeVisible()
  await expect(count).not.toHaveText(`${all} gevonden`)
  expect(Number.parseInt((await count.textContent()) ?? '')).toBeLessThan(all)
})

test('woorden die een dag en een dagdeel zijn gaan in één keer weg', async ({ page }) => {
  await page.goto('/zoeken?q=muziek+vanavond')
  const group = page.getByRole('group', { name: wishes })
  await group.getByRole('link', { name: 'Vanavond niet meer op letten' }).click()
  await expect(page).toHaveURL(/zonder=datum&zonder=dagdeel|zonder=dagdeel&zonder=datum/)
  await expect(group.getByRole('link')).toHaveText(['Vanavond weer op letten'])
})

test('een verkeerd gespelde vraag vindt wat je bedoelde, en zegt dat', async ({ page }) => {
  await page.goto('/zoeken?q=shculden')
  const meant = page.getByRole('link', { name: 'schulden', exact: true })
  await expect(meant).toBeVisible()
  await expect(page.getByText(/^Bedoelde je schulden\? Dit zijn/)).toBeVisible()
  await expect(
    page
      .getByRole('article')
      .filter({ hasText: /schuld/i })
      .first(),
  ).toBeVisible()
  await meant.click()
  await expect(page.getByRole('searchbox')).toHaveValue('schulden')
  await expect(page.getByText(/^Bedoelde je/)).toBeHidden()
  await expect(
    page
      .getByRole('article')
      .filter({ hasText: /schuld/i })
      .first(),
  ).toBeVisible()
})

test('elk resultaat zegt in één regel waarom het er staat', async ({ page }) => {
  await page.goto('/zoeken?q=koffie')
  await expect(page.getByRole('article').first()).toContainText(
    /Waarom hier: .*(gratis|groep|iedereen welkom)/,
  )
})

test('elk resultaat zegt welke wensen passen, en wat anders is', async ({ page }) => {
  await page.goto('/zoeken?q=gratis+koffie+in+holtenbroek')
  const cards = page.getByRole('article')
  await expect(cards.first()).toContainText(/Waarom hier: .*in Holtenbroek/)
  const elsewhere = cards.filter({ hasText: 'Let op: niet in Holtenbroek' })
  await expect(elsewhere.first()).toBeVisible()
  await expect(
    elsewhere.filter({ hasText: /Waarom hier: [^]*in Holtenbroek[^]*Let op/ }),
  ).toHaveCount(0)
  await page.getByRole('link', { name: 'In Holtenbroek niet meer op letten' }).click()
  await expect(elsewhere).toHaveCount(0)
})

for (const question of ['ik wil niet meer leven', 'zelfmoord', 'suicide xqzw']) {
  test(`hulp staat boven alles bij: ${question}`, async ({ page }) => {
    await page.goto(`/zoeken?q=${encodeURIComponent(question)}`)
    const help = page.getByRole('region', { name: /^Heb je nu hulp nodig/ })
    await expect(help).toBeVisible()
    await expect(help.getByRole('link', { name: /112$/ })).toHaveAttribute('href', 'tel:112')
    await expect(help.getByRole('link', { name: /0800-0113$/ })).toHaveAttribute(
      'href',
      'tel:08000113',
    )
    await expect(page.getByRole('status').filter({ hasText: 'telefoonnummers' })).toHaveCount(1)
    const top = (await help.boundingBox())?.y ?? Infinity
    const title = (await page.getByRole('heading', { level: 1 }).boundingBox())?.y ?? 0
    expect(top).toBeLessThan(title)
  })
}

test('hulp staat er ook met filters die niets overlaten, en is weg bij een andere vraag', async ({
  page,
}) => {
  await page.goto('/zoeken?q=zelfmoord&kosten=meer-15&wijk=berkum&taal=bg')
  const help = page.getByRole('region', { name: /^Heb je nu hulp nodig/ })
  await expect(page.getByText('We vonden niets dat past')).toBeVisible()
  await expect(help).toBeVisible()
  await page.getByRole('searchbox').fill('koffie')
  await expect(help).toBeHidden()
})

test('nul resultaten met filters: elke uitweg zegt wat hij geeft en geeft dat ook', async ({
  page,
}) => {
  const way = page.getByRole('link', { name: /^Zonder ‘.*’: \d+ resulta/ }).first()
  const found = page.getByRole('status').filter({ hasText: 'gevonden' })
  // Shortly after the start the listings still get their meaning, and more of them fit.
  await expect(async () => {
    await page.goto('/zoeken?q=koffie&kosten=meer-15&wijk=berkum')
    const promised = /: (\d+) /.exec((await way.textContent()) ?? '')?.[1]
    await way.click()
    await expect(found).toHaveText(`${promised ?? ''} gevonden`, { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
})

test('nul resultaten zonder filters: de onderwerpen wijzen de weg', async ({ page }) => {
  await page.goto('/zoeken?q=asdfgh')
  await expect(page.getByText('We vonden niets dat past')).toBeVisible()
  const themas = page.getByRole('region', { name: 'Of kies een onderwerp' })
  await themas.getByRole('link', { name: 'Rouw en verlies' }).click()
  await expect(page).toHaveURL(/\?thema=rouw$/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('nul resultaten: wat wel begrepen is wordt een uitweg', async ({ page }) => {
  await page.goto('/zoeken?q=asdfgh+in+holtenbroek')
  await page.getByRole('link', { name: 'Bekijk alles: in Holtenbroek' }).click()
  await expect(page).toHaveURL(/\?wijk=holtenbroek$/)
  await expect(page.getByRole('article').first()).toBeVisible()
})
