import type { Page } from '@playwright/test'
import { expect, test } from './page'

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('recent-gezocht'))

async function turnOn(page: Page) {
  await page.goto('/')
  await page.getByText('Recent gezocht', { exact: true }).click()
  await page.getByText('Onthoud wat ik zoek').click()
  expect(await stored(page)).toBe('[]')
}

async function searchFor(page: Page, question: string) {
  await page.goto('/')
  await page.getByRole('combobox').fill(question)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').first()).toBeVisible()
}

test('zonder dat je het aanzet blijft er niets achter van wat je zocht', async ({ page }) => {
  await page.clock.install()
  await searchFor(page, 'koffie')
  await page.clock.fastForward(5_000)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('wat je zocht komt terug in het zoekvak, en is te wissen', async ({ page }) => {
  await turnOn(page)
  await searchFor(page, 'samen eten')
  await expect.poll(() => stored(page)).toBe('["samen eten"]')

  await page.goto('/')
  const box = page.getByRole('combobox')
  await box.click()
  await expect(page.getByRole('option', { name: 'samen eten' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=samen\+eten$/)

  await page.goto('/')
  await page.getByText('Recent gezocht', { exact: true }).click()
  await page.getByRole('button', { name: 'Wis wat ik zocht' }).click()
  expect(await stored(page)).toBe('[]')
  await page.getByText('Onthoud wat ik zoek').click()
  expect(await stored(page)).toBeNull()
})

test('een vraag in nood wordt nooit onthouden, ook geen begin ervan', async ({ page }) => {
  await turnOn(page)
  await page.goto('/zoeken?q=ik+wil+niet+meer')
  await expect.poll(() => stored(page)).toBe('["ik wil niet meer"]')
  await page.getByRole('searchbox').fill('ik wil niet meer leven')
  await expect(page.getByRole('region', { name: /^Heb je nu hulp nodig/ })).toBeVisible()
  await expect.poll(() => stored(page)).toBe('[]')
  await page.waitForTimeout(2_000)
  expect(await stored(page)).toBe('[]')
})
