import base from '../playwright.config'

/** Pictures for the README: npm run screenshots, with the product running on BASE_URL. */
export default { ...base, testDir: '.', testMatch: 'screenshots.ts' }
