import { test as base, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** A page that fails its test when the browser complains: an error, or something the CSP stops. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A status of 400, 401, 404, 410 or 412 is part of some tests; Chromium reports those as errors too.
      const expected = /status of (400|401|404|410|412)|ERR_FAILED|ERR_INTERNET_DISCONNECTED/
      if (message.type() === 'error' && !expected.test(message.text()))
        complaints.push(message.text())
    })
    const goto = page.goto.bind(page)
    page.goto = async (...given) => {
      const response = await goto(...given)
      // The page is there before it is alive: what is clicked until then does nothing.
      await page.waitForFunction(() => {
        const heading = document.querySelector('main h1')
        return heading && Object.keys(heading).some((key) => key.startsWith('__reactFiber'))
      })
      // And what only a browser can draw comes right after that, which moves what stands below it.
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
      return response
    }
    await use(page)
    base.expect(complaints).toEqual([])
  },
})

/** As while the server draws no pages: it sends the outline that the build made. */
export async function withoutDrawing(page: Page) {
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ path: 'dist/index.html', contentType: 'text/html' })
      : route.fallback(),
  )
}

/**
 * As the network goes away between the visitor and the server. Once in a hundred times the browser
 * lets one more request through after it said that it stops them, so this waits for one that fails.
 */
export async function cutNetwork(page: Page): Promise<() => Promise<void>> {
  await page.route('**/api/**', (route) => route.abort('failed'))
  const fails = () =>
    page.evaluate(() =>
      fetch('/api/v1/wijken', { cache: 'no-store' }).then(
        () => false,
        () => true,
      ),
    )
  await base.expect.poll(fails).toBe(true)
  return () => page.unroute('**/api/**')
}
