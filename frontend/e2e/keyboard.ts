import { expect, type Locator, type Page } from '@playwright/test'

const MOST = 80

/** Goes on with the Tab key until something has the focus. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < MOST; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
