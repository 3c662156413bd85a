import { cutNetwork, expect, test } from './page'

const open = 'Vertel wat er mist'
const send = 'Meld dat dit er niet is'

test('in twee tikken gemeld wat er niet is, zonder een woord van de vraag', async ({ page }) => {
  await page.goto('/zoeken?q=asdfgh+in+holtenbroek+in+het+weekend')
  await page.getByRole('button', { name: open }).click()
  await expect(page.getByRole('combobox', { name: 'Wijk' })).toHaveValue('holtenbroek')
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST'),
    page.getByRole('button', { name: send }).click(),
  ])
  expect(request.postDataJSON()).toEqual({ wijk: 'holtenbroek', weekdeel: 'weekend' })
  expect(JSON.stringify([request.url(), await request.allHeaders()])).not.toContain('asdfgh')
  const answer = await request.response()
  expect(answer?.status()).toBe(201)
  const kept = (await answer?.json()) as Record<string, string>
  expect(Object.keys(kept).sort()).toEqual(['gemeldOp', 'weekdeel', 'wijk'])
  expect(kept.gemeldOp).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'We tellen mee' })).toBeVisible()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('melden met alleen het toetsenbord, onder een korte lijst', async ({ page }) => {
  await page.goto('/zoeken?thema=eten&wijk=berkum')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.getByRole('button', { name: open }).focus()
  await page.keyboard.press('Enter')
  const choices = ['Onderwerp', 'Voor wie', 'Wijk', 'Deel van de dag', 'Deel van de week']
  for (const name of choices) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('combobox', { name, exact: true })).toBeFocused()
  }
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeFocused()
  await expect(page.getByText('Eten en koken · Berkum · In het weekend')).toBeVisible()
})

test('zonder verbinding blijft staan wat je koos, en daarna lukt het', async ({ page }) => {
  await page.goto('/zoeken?q=asdfgh')
  await page.getByRole('button', { name: open }).click()
  const thema = page.getByRole('combobox', { name: 'Onderwerp' })
  await page.getByRole('button', { name: send }).click()
  await expect(thema).toBeFocused()
  await thema.selectOption('Vervoer')
  const restore = await cutNetwork(page)
  await page.getByRole('button', { name: send }).click()
  await expect(page.getByRole('alert')).toContainText('We krijgen nu geen verbinding')
  await expect(thema).toHaveValue('vervoer')
  await restore()
  await page.getByRole('button', { name: send }).click()
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeFocused()
})

test('wie in nood kan zijn, krijgt alleen hulp te zien', async ({ page }) => {
  await page.goto('/zoeken?q=zelfmoord&kosten=meer-15&wijk=berkum&taal=bg')
  await expect(page.getByText('We vonden niets dat past')).toBeVisible()
  await expect(page.getByRole('button', { name: open })).toHaveCount(0)
})
