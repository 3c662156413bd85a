import { cutNetwork, expect, test } from './page'

/** The Saturday of this week, or of the next when it has nearly come. */
function comingSaturday(): string {
  const day = new Date(Date.now() + 24 * 3600_000)
  while (day.getUTCDay() !== 6) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

test('iemand in Aa-landen vindt wat er zaterdagavond is', async ({ page }) => {
  await page.goto('/wijken/aa-landen')
  await page.getByRole('link', { name: 'Bekijk de agenda van Aa-landen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vandaag in Aa-landen')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByLabel('Op een andere dag').fill(comingSaturday())
  await page.getByRole('button', { name: 'Toon deze dag' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^(Morgen|Zaterdag .+) in Aa-landen$/)
  await page.getByRole('link', { name: /^Avond en weekend/ }).click()
  await page.getByRole('checkbox', { name: /^Avond \d/ }).check()
  await expect(page.getByRole('status').filter({ hasText: /keer iets te doen$/ })).toBeVisible()
  const evening = page.getByRole('region', { name: 'Avond' })
  const found = evening.getByRole('article').first()
  await expect(found).toBeVisible()
  const title = await found.getByRole('link').innerText()
  await found.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.getByRole('link', { name: 'Terug naar de resultaten' }).click()
  await expect(page).toHaveURL(/\/agenda\?.*wijk=aa-landen.*dagdeel=avond/)
  await expect(evening.getByRole('article').first()).toBeVisible()
})

test('een week begint vooraan, gaat verder, en leidt naar elke dag', async ({ page }) => {
  await page.goto('/agenda')
  await page.getByRole('link', { name: 'Een week later' }).click()
  const week = page.getByRole('navigation', { name: 'Kies een dag of een week' })
  const heading = page.getByRole('heading', { level: 1 })
  await expect(page.getByRole('heading', { level: 2, name: /^Maandag/ })).toBeVisible()
  await page.getByRole('link', { name: 'Wat er daarna is' }).click()
  await expect(heading).toBeFocused()
  await expect(page.getByRole('heading', { level: 2, name: /^Maandag/ })).toBeHidden()
  await week.getByRole('link', { name: /^dinsdag/ }).click()
  await expect(heading).toHaveText(/^Dinsdag/)
  const day = week.getByRole('link', { name: /^dinsdag .*keer iets te doen/ })
  await expect(day).toHaveAttribute('aria-current', /date|page/)
  const told = page.getByRole('status').filter({ hasText: /keer iets te doen$/ })
  await expect(told).toHaveText(/^\d+ keer/)
  await expect(day).toContainText(await told.innerText())
})

test('een lege dag wijst de weg naar een dag waarop er iets is', async ({ page }) => {
  await page.goto('/agenda?datumVan=2026-01-01')
  await expect(page.getByText('Deze dag is al geweest.')).toBeVisible()
  await page.getByRole('link', { name: /^Kijk op / }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('te ver vooruit en een onbekend filter krijgen een gewone zin', async ({ page }) => {
  await page.goto('/agenda?datumVan=2099-01-01')
  await expect(page.getByText('Zo ver vooruit weten we het nog niet.')).toBeVisible()
  await page.goto('/agenda?thema=bestaat-niet')
  await expect(page.getByText('In deze link staat een filter dat we niet kennen.')).toBeVisible()
  await page.getByRole('link', { name: 'Bekijk wat er vandaag is' }).click()
  await expect(page).toHaveURL(/\/agenda$/)
})

test('een agenda met filters is om je op te abonneren', async ({ page, request }) => {
  await page.goto('/agenda?kosten=gratis&datumVan=2026-01-01')
  const link = page.getByRole('link', { name: 'Abonneer je agenda' })
  await expect(link).toHaveAttribute(
    'href',
    /^webcal:\/\/.+\/api\/v1\/agenda\/kalender\.ics\?kosten=gratis$/,
  )
  await page.getByText('Werkt de knop niet?').click()
  const address = await page.locator('.sk-kalender__address a').innerText()
  const calendar = await request.get(address)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('X-WR-CALNAME:Sociale kaart: Gratis')
})

test('een activiteit is in je eigen agenda te zetten', async ({ page, request }) => {
  await page.goto('/agenda')
  await page.getByRole('link', { name: 'Komende 7 dagen' }).click()
  await page.getByRole('article').first().getByRole('link').click()
  await page.getByText('Zet in je agenda').click()
  const once = page.getByRole('link', { name: 'Zet er één keer in' })
  const address = await once.getAttribute('href')
  const text = await (await request.get(address ?? '')).text()
  expect(text).toContain('BEGIN:VEVENT')
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  expect(text.replaceAll('\r\n ', '').replaceAll('\\', '')).toContain(title)
  await expect(page.getByRole('link', { name: 'Abonneer je agenda' })).toHaveAttribute(
    'href',
    /^webcal:/,
  )
})

test('zonder netwerk zegt de agenda dat, en probeert het opnieuw', async ({ page }) => {
  await page.goto('/over')
  const restore = await cutNetwork(page)
  await page.getByRole('link', { name: 'Agenda', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await restore()
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
})
