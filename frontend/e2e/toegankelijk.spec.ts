import type { Page } from '@playwright/test'
import { expect, test } from './page'
import { contrast, look } from './toegankelijk/audit'
import { focused, overflowing, spaceText, unseenInOwnColours } from './toegankelijk/inPage'
import { STATES } from './toegankelijk/states'

// Each test looks at a whole page in several ways, on a machine that has more to do.
test.describe.configure({ timeout: 90_000 })

/** A state is opened twice, because a small screen leads to it in another way than a large one. */
const SMALL = { width: 360, height: 800 }
const SMALLEST = { width: 320, height: 640 }
const LARGE = { width: 1280, height: 800 }

for (const [name, open] of Object.entries(STATES)) {
  test(`${name}, op een klein scherm`, async ({ page }, info) => {
    await page.setViewportSize(SMALL)
    await open(page)
    expect(await look(page, name, info)).toEqual([])
    await page.setViewportSize(SMALLEST)
    expect(await look(page, name, info)).toEqual([])
    await page.evaluate(spaceText)
    expect(await page.evaluate(overflowing)).toEqual([])
  })

  test(`${name}, op een groot scherm`, async ({ page }, info) => {
    await page.setViewportSize(LARGE)
    await open(page)
    expect(await look(page, name, info)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await contrast(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect(await page.evaluate(unseenInOwnColours)).toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
    await enlargeText(page)
    expect(await page.evaluate(overflowing)).toEqual([])
  })
}

/** Letters twice as large, as somebody sets them in the browser. */
async function enlargeText(page: Page) {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
}

const MOST_STOPS = 70
const WITH_KEYBOARD = [
  'begin',
  'resultaten met filters en kaart',
  'activiteit',
  'organisatie',
  'mijn lijst',
  'een situatie',
  'een wijk',
  'over',
  'mijn aanbod',
  'op meer plekken',
  'een kopie die afwijkt',
  'achteraf bekijken',
  'een agenda koppelen',
  'accounts',
  'resultaten in het Arabisch',
]

for (const name of WITH_KEYBOARD) {
  test(`${name}: met Tab kom je overal, in volgorde, en je ziet waar je bent`, async ({ page }) => {
    await page.setViewportSize(LARGE)
    await STATES[name]?.(page)
    await page.evaluate(() => {
      // From the very top, wherever the steps to this page left the focus.
      document.body.tabIndex = -1
      document.body.focus()
      document.body.removeAttribute('tabindex')
    })
    const faults: string[] = []
    let last = -1
    let stops = 0
    for (; stops < MOST_STOPS; stops++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(focused)
      if (!stop) break
      // A date is one field with a few stops in it; its own parts show which.
      if (stop.place === last) continue
      faults.push(...stop.faults)
      if (stop.place < last) faults.push(`terug in de volgorde bij stop ${stops}`)
      last = stop.place
    }
    expect(faults).toEqual([])
    expect(stops).toBeGreaterThan(5)
  })
}
