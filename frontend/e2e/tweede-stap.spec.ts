import { createHmac, randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { mailedLink } from './inloggen'
import { expect, test } from './page'

const HALF_MINUTE = 30_000

/** What an app shows that was given this secret (RFC 6238). */
function codeOf(geheim: string, later = 0): string {
  const bits = Array.from(geheim.replace(/\s/g, ''), (char) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'),
  ).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / HALF_MINUTE) + later))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('twee stappen aanzetten, ermee inloggen, met een herstelcode, en weer uitzetten', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  test.setTimeout(90_000)
  const email = await becomeMember(page, request)
  await page.getByRole('link', { name: /^Ingelogd als/ }).click()
  await page.getByRole('link', { name: 'Bekijk de tweede stap' }).click()
  await page.getByRole('button', { name: 'Zet de tweede stap aan' }).click()
  await expect(page.getByRole('img', { name: /^QR-code/ })).toBeVisible()
  const geheim = (await page.locator('.sk-geheim').textContent()) ?? ''
  const field = page.getByRole('textbox', { name: 'Code uit de app' })
  await field.fill('nee')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription('Een code heeft zes cijfers.')
  await expect(field).toBeFocused()
  // The code before this one is taken too, so that the next ones are left for what follows.
  await field.fill(codeOf(geheim, -1))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Bewaar deze herstelcodes' })).toBeFocused()
  const codes = await page.locator('.sk-herstelcodes code').allTextContents()
  expect(codes).toHaveLength(10)
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Bewaar als bestand' }).click()
  expect((await saved).suggestedFilename()).toBe('herstelcodes-sociale-kaart.txt')
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  await expect(page.getByText('Je hebt nog 10 herstelcodes.')).toBeVisible()

  await page.getByRole('button', { name: 'Log uit' }).click()
  await halfWay(page, await mailedLink(page, request, email))
  // As when a telephone loads the page anew after a look at the app.
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log uit' })).toHaveCount(0)
  await field.fill(codeOf(geheim))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Dag/ })).toBeFocused()

  await page.getByRole('button', { name: 'Log uit' }).click()
  await halfWay(page, await mailedLink(page, request, email))
  await page.getByRole('button', { name: /^Ik heb mijn telefoon niet/ }).click()
  await page.getByRole('textbox', { name: 'Herstelcode' }).fill(codes[0]?.toLowerCase() ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Je hebt nog 9 herstelcodes.')).toBeVisible()

  const off = page.locator('section').filter({ hasText: 'een andere telefoon' })
  await off.getByRole('button', { name: /^Ik heb mijn telefoon niet/ }).click()
  await off.getByRole('textbox', { name: 'Herstelcode' }).fill(codes[1] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Zet de tweede stap aan' })).toBeVisible()
  await page.getByRole('button', { name: 'Log uit' }).click()
  await byLink(page, await mailedLink(page, request, email))
})

/** Somebody that no other test knows, logged in. */
async function becomeMember(page: Page, request: APIRequestContext): Promise<string> {
  const email = `breister-${randomUUID()}@example.org`
  const nieuw = { naam: `Breiclub ${email.slice(9, 17)}`, categorie: 'initiatief' }
  await request.post('/api/v1/aansluitlinks', { data: { email, naam: 'Bets Breister', nieuw } })
  const answer = await request.get('/api/v1/demoberichten', { params: { aan: email } })
  const { resultaten } = (await answer.json()) as {
    resultaten: { knoppen: { adres: string }[] }[]
  }
  const { pathname, hash } = new URL(resultaten[0]?.knoppen[0]?.adres ?? '')
  await page.goto(pathname + hash)
  await page.getByRole('button', { name: 'Bevestig en log in' }).click()
  await expect(page.getByRole('heading', { name: 'Welkom, Bets Breister' })).toBeFocused()
  return email
}

async function byLink(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Dag/ })).toBeFocused()
}

async function halfWay(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeFocused()
}
