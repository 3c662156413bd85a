import { test } from '@playwright/test'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../docs/img/', import.meta.url))
const PAGES = { begin: '/', resultaten: '/zoeken?q=samen+eten+in+holtenbroek' }
const SIZES = { breed: { width: 1280, height: 860 }, smal: { width: 360, height: 740 } }

for (const [name, address] of Object.entries(PAGES)) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${name}, ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.goto(address, { waitUntil: 'networkidle' })
      await page.screenshot({ path: `${FOLDER}${name}-${size}.png` })
    })
  }
}
