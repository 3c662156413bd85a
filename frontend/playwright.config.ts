import { defineConfig } from '@playwright/test'
import { chromium } from './e2e/chromium'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/ready.ts',
  timeout: 30_000,
  expect: { timeout: 7_000 },
  // Two cores are shared with PostgreSQL, Meilisearch and the API.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8000',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    contextOptions: { reducedMotion: 'reduce' },
    // A test that takes the network away could not reach what a worker fetches; offline.spec.ts does.
    serviceWorkers: 'block',
    launchOptions: chromium,
    // A trace of every test doubles the time; ask for one with: npm run e2e -- --trace on
    screenshot: 'only-on-failure',
  },
  outputDir: 'test-results',
})
