import { cutNetwork, expect, test, withoutDrawing } from './page'

test('van het begin naar een activiteit en terug, met alles zoals het was', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat zoek je in Zwolle?')

  await page.getByRole('combobox').fill('samen eten')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page).toHaveURL(/\/zoeken\?q=samen\+eten$/)
  await expect(page.getByRole('article').first()).toBeVisible()

  const count = page.getByRole('status').filter({ hasText: 'gevonden' })
  const unfiltered = await count.textContent()
  const free = page.getByRole('group', { name: 'Kosten' }).getByText(/^Gratis/)
  await free.click()
  await expect(page).toHaveURL(/kosten=gratis/)
  await expect(count).not.toHaveText(unfiltered ?? '')
  const found = await count.textContent()
  const titles = await page.getByRole('article').getByRole('heading').allTextContents()

  await page.getByRole('article').nth(1).getByRole('link').click()
  await expect(page).toHaveURL(/\/aanbod\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[1] ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await page.getByRole('link', { name: 'Terug naar de resultaten' }).click()
  await expect(page).toHaveURL(/\/zoeken\?q=samen\+eten&kosten=gratis$/)
  await expect(page.getByRole('searchbox')).toHaveValue('samen eten')
  await expect(count).toHaveText(found ?? '')
  expect(await page.getByRole('article').getByRole('heading').allTextContents()).toEqual(titles)
})

test('resultaten volgen terwijl je typt, en herladen geeft hetzelfde', async ({ page }) => {
  await page.goto('/zoeken')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.getByRole('searchbox').pressSequentially('wandelen', { delay: 40 })
  await expect(page).toHaveURL(/\?q=wandelen$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('‘wandelen’')
  await expect(page.getByRole('article').first()).toContainText(/wandel/i)
  const first = await page.getByRole('article').getByRole('heading').first().textContent()
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('wandelen')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('‘wandelen’')
  // Just after a start listings still get their meaning, and those further down change places.
  await expect(page.getByRole('article').first()).toContainText(/wandel/i)
  await expect(page.getByRole('heading', { name: first ?? '' })).toBeVisible()
})

test('bladeren houdt de plek in de lijst bij terug', async ({ page }) => {
  await page.goto('/zoeken')
  const next = page.getByRole('link', { name: 'Volgende 20' })
  await next.click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText(/^21 tot en met 40 van/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const far = page.getByRole('article').nth(12).getByRole('link')
  await far.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(400)
  await far.click()
  await expect(page).toHaveURL(/\/aanbod\//)
  await page.goBack()
  await expect(page).toHaveURL(/page=2/)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 50)
})

test('een wijk kiezen kan op de kaart en in de lijst', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /^Holtenbroek/ }).click()
  await expect(page).toHaveURL(/\/wijken\/holtenbroek$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bij jou in Holtenbroek')
  await page.goBack()
  await page.locator('svg a[href="/wijken/stadshagen"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bij jou in Stadshagen')
})

test('de vragen die het meest komen staan één tik ver', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Vanavond' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vanavond')
  await page.goBack()
  await page.getByRole('link', { name: 'Gratis' }).click()
  const filters = page.getByRole('group', { name: 'Gekozen filters' })
  await expect(filters.getByRole('link', { name: 'Gratis weghalen' })).toBeVisible()
  await filters.getByRole('link', { name: 'Alles wissen' }).click()
  await expect(page).toHaveURL(/\/zoeken$/)
})

test('suggesties geven een onderwerp, een wijk of een activiteit', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox').pressSequentially('holt', { delay: 30 })
  const option = page.getByRole('option').filter({ hasText: 'Holtenbroek' }).first()
  await expect(option).toBeVisible()
  await option.click()
  await expect(page).toHaveURL(/holtenbroek/)
})

test('een woord uit de suggesties zoekt daarop, ook als je het verkeerd begint', async ({
  page,
}) => {
  await page.goto('/')
  const box = page.getByRole('combobox')
  await box.pressSequentially('mantelzog', { delay: 30 })
  await page.getByRole('option', { name: 'mantelzorg zoekwoord', exact: true }).click()
  await expect(page).toHaveURL(/\/zoeken\?q=mantelzorg$/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('voor je typt zijn er voorbeelden, en elk vindt iets', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox').click()
  const examples = page.getByRole('listbox', { name: 'Bijvoorbeeld' })
  await expect(examples).toBeVisible()
  const example = examples.getByRole('option').first()
  const question = (await example.locator('span').first().textContent()) ?? ''
  await page.keyboard.press('ArrowDown')
  await expect(example).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`‘${question}’`)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('niets gevonden heeft een uitweg die werkt', async ({ page }) => {
  await page.goto('/zoeken?q=xyzzyplugh&wijk=berkum&kosten=gratis')
  await expect(page.getByText('We vonden niets dat past')).toBeVisible()
  await page.getByRole('link', { name: 'Bekijk alles in Zwolle' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('een link met een onbekend filter zegt dat en helpt verder', async ({ page }) => {
  await page.goto('/zoeken?q=koffie&thema=bestaat-niet')
  await page.getByRole('link', { name: 'Zoek zonder dat filter' }).click()
  await expect(page).toHaveURL(/\/zoeken\?q=koffie$/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('zonder verbinding blijft staan wat je typte, en daarna gaat het verder', async ({ page }) => {
  await page.goto('/zoeken')
  await expect(page.getByRole('article').first()).toBeVisible()
  const restore = await cutNetwork(page)
  await page.getByRole('searchbox').fill('koffie')
  await expect(page.getByRole('alert')).toContainText('We krijgen nu geen verbinding')
  await expect(page.getByRole('searchbox')).toHaveValue('koffie')
  await restore()
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('zegt rustig dat zoeken minder slim werkt', async ({ page }) => {
  await withoutDrawing(page)
  await page.route('**/api/v1/zoeken*', async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as Record<string, unknown>
    await route.fulfill({ response, json: { ...answer, gedegradeerd: true } })
  })
  await page.goto('/zoeken')
  await expect(page.getByText(/Zoeken werkt nu iets minder slim/)).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('de kaart loopt mee met de lijst en kan weg', async ({ page }) => {
  await page.goto('/zoeken?q=koffie')
  const map = page.getByRole('region', { name: 'Kaart bij de resultaten' })
  const marker = map
    .getByRole('button')
    .filter({ hasNotText: /^[+−]$/ })
    .first()
  await expect(marker).toBeVisible()
  await marker.focus()
  await page.keyboard.press('Enter')
  await expect(map.getByRole('link').first()).toBeFocused()
  await expect(map.getByRole('button', { name: 'Sluit' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(marker).toBeFocused()
  await page.getByRole('button', { name: 'Verberg de kaart' }).click()
  await expect(map).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Toon de kaart' })).toBeVisible()
  await expect(map).toBeHidden()
})

test('dichtbij sorteert met een afgeronde plek die niet in het adres komt', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 52.52647381, longitude: 6.08410822 })
  await page.goto('/zoeken?q=koffie')
  const asked = page.waitForRequest(/bij=/)
  await page.getByLabel('Volgorde').selectOption('afstand')
  expect((await asked).url()).toContain('bij=52.526%2C6.084')
  await expect(page.getByRole('article').first()).toContainText(/\d (m|km)/)
  expect(page.url()).not.toContain('52.')
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(stored).not.toContain('52.5')
})

test('dichtbij kan ook met een postcode, met het toetsenbord en zonder je plek te delen', async ({
  page,
}) => {
  await page.goto('/zoeken?q=koffie')
  await page.getByLabel('Volgorde').selectOption('afstand')
  const field = page.getByRole('combobox', { name: 'Straat, postcode of wijk' })
  await field.fill('8031')
  await expect(page.getByRole('option', { name: /8031/ })).toBeVisible()
  const asked = page.waitForRequest(/bij=/)
  await field.press('ArrowDown')
  await field.press('Enter')
  expect(decodeURIComponent((await asked).url())).toMatch(/bij=52\.\d{1,3},6\.\d{1,3}(&|$)/)
  await expect(page.getByText('Vanaf: 8031')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Andere plek' })).toBeFocused()
  await expect(page).toHaveURL('/zoeken?q=koffie&sort=afstand')
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] })
})
