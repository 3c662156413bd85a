import { cutNetwork, expect, test, withoutDrawing } from './page'

test('een organisatie laat zien wat je er kunt doen', async ({ page }) => {
  await page.goto('/zoeken?q=koffie')
  await page.getByRole('article').first().getByRole('link').click()
  const organisation = page.locator('a[href^="/organisaties/"]').first()
  const name = await organisation.textContent()
  await organisation.click()
  await expect(page).toHaveURL(/\/organisaties\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '')
  await expect(page.getByRole('article').first()).toBeVisible()
})

for (const address of ['/bestaat-niet', '/aanbod/bestaat-niet', '/organisaties/bestaat-niet']) {
  test(`${address} zegt dat het er niet is en wijst de weg`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/er niet/)
    await page.getByRole('link', { name: 'Zoek verder' }).click()
    await expect(page).toHaveURL(/\/zoeken$/)
  })
}

test('het begin blijft bruikbaar als de server weg is', async ({ page }) => {
  await withoutDrawing(page)
  await cutNetwork(page)
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('We krijgen nu geen verbinding')
  await expect(page.getByRole('combobox')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Holtenbroek/ })).toBeVisible()
})

test('over deze site', async ({ page }) => {
  await page.goto('/over')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Over de sociale kaart')
  await expect(page).toHaveTitle('Over deze site – Sociale kaart Zwolle')
})

test('de voorwaarden van een activiteit staan er zonder klikken', async ({ page }) => {
  await page.goto('/zoeken')
  await page.getByRole('article').first().getByRole('link').click()
  const short = page.getByRole('region', { name: 'In het kort' })
  for (const question of ['Wanneer', 'Waar', 'Wat kost het', 'Hoe doe je mee']) {
    await expect(short.getByText(question, { exact: true })).toBeVisible()
  }
})

test('de langste activiteiten passen afgedrukt op één blad', async ({ page, request }) => {
  const answer = await request.get('/api/v1/aanbod?limit=50')
  const { resultaten } = (await answer.json()) as { resultaten: { slug: string }[] }
  const byLength = resultaten.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
  for (const { slug } of byLength.slice(0, 3)) {
    await page.goto(`/aanbod/${slug}`)
    await expect(page.getByRole('region', { name: 'In het kort' })).toBeVisible()
    // On paper the code is there without being asked for.
    await expect(page.locator('.sk-qr')).toBeAttached()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g), slug).toHaveLength(1)
  }
})

for (const size of [
  { width: 360, height: 740 },
  { width: 1280, height: 720 },
]) {
  test(`niets verspringt terwijl een pagina laadt, ${size.width} breed`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.addInitScript(() => {
      const sum = { shift: 0 }
      Object.assign(window, { sum })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          sum.shift += entry.value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    // The letters come late, as on a slow connection: what stood there must be as wide as they are.
    await page.route(/\.woff2$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800))
      await route.continue()
    })
    for (const address of ['/', '/zoeken?wijk=berkum', '/zoeken?q=koffie']) {
      await page.goto(address, { waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)
      const shift = await page.evaluate(
        () => (window as unknown as { sum: { shift: number } }).sum.shift,
      )
      expect(shift, address).toBeLessThan(0.02)
    }
  })
}
