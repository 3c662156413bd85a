import type { Page } from '@playwright/test'
import { logInAs } from './inloggen'
import { expect, test } from './page'

test.use({ serviceWorkers: 'allow' })

/** The first visit, until the browser keeps what comes after it. */
async function firstVisit(page: Page) {
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true)
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('gezien')
    return (await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search)
  })

test('wat je zag en je lijst lees je ook zonder internet, met een woord erbij', async ({
  page,
  context,
}) => {
  await firstVisit(page)
  await page.goto('/zoeken?q=koffie')
  await page
    .getByRole('button', { name: /^Zet op mijn lijst/ })
    .first()
    .click()
  await page.getByRole('article').first().getByRole('link').first().click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(page).toHaveURL(/\/aanbod\//)
  await expect(heading).not.toHaveText('‘koffie’')
  const title = (await heading.textContent()) ?? ''
  await page.reload()
  await expect(heading).toHaveText(title)
  await expect.poll(() => kept(page)).toContain(new URL(page.url()).pathname)

  await context.setOffline(true)
  await page.reload()
  await expect(heading).toHaveText(title)
  await expect(page.getByText('Je hebt nu geen internet')).toBeVisible()
  await expect(page.getByText(/^Dit komt van \S+dag \d+ /)).toBeVisible()

  await page.goto('/mijn-lijst')
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn lijst' })).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()

  // A question cannot be answered now; the page says so and stays the same site.
  await page.goto('/zoeken?q=wandelen')
  await expect(page.getByText('Je hebt nu geen internet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('wandelen')

  await context.setOffline(false)
  await page.reload()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByText('Je hebt nu geen internet')).toHaveCount(0)
})

test('wat je zocht bewaart je browser niet, en wat je bekeek is te wissen', async ({ page }) => {
  await firstVisit(page)
  await page.goto('/zoeken?q=schulden')
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/aanbod\//)
  await expect.poll(() => kept(page)).not.toEqual([])
  expect(
    (await kept(page)).filter((address) => /zoeken|suggesties|schuld.*=/.test(address)),
  ).toEqual([])

  await page.goto('/over')
  await page.getByRole('button', { name: 'Wis wat ik bekeek' }).click()
  await expect(page.getByText(/^Gewist/)).toBeVisible()
  expect(await kept(page)).toEqual([])
})

test('wat je ziet als je inlogt, bewaart je browser niet', async ({ page, context }) => {
  await firstVisit(page)
  await logInAs(page, 'vrijwilliger@example.org')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log uit' })).toBeVisible()
  const own = /^\/mijn|sessie|lidmaatschap|\/organisaties\//
  expect((await kept(page)).filter((address) => own.test(address))).toEqual([])
  await context.setOffline(true)
  await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
})
