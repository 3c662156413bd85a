import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { thema } from './thema.config.ts'

/** While developing: addresses under /mijn get their own outline, as the server gives them. */
const mijn: Plugin = {
  name: 'mijn',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _, next) => {
      if (/^\/mijn(\/|\?|$)/.test(request.url ?? '')) request.url = '/mijn.html'
      next()
    })
  },
}

export default defineConfig({
  plugins: [react(), thema.plugin, mijn],
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)), '@thema': thema.folder },
  },
  server: {
    proxy: { '/api': process.env.API_URL ?? 'http://localhost:8000' },
  },
  build: {
    target: 'es2022',
    // Inlined data: addresses would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        // Fewer, larger files compress better: left to itself the results page was seven
        // kilobytes heavier. What every page needs stays in caches when a page changes.
        codeSplitting: {
          groups: [
            {
              name: 'looks',
              test: /\/src\/(app|components|features)\/.*\.css$/,
            },
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-)?(router|router-core|store|history))\//,
            },
            {
              name: 'common',
              test: /src\/(app|lib|components|i18n)\/|query-core|react-query|openapi-fetch/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    projects: [
      // Plain functions need no browser, and start ten times as fast without one.
      {
        extends: true,
        test: {
          name: 'plain',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          // Pages are drawn here as on the server, which is told where the API is.
          env: { API_URL: 'http://api.example.org' },
          server: { deps: { inline: [/@amsterdam/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/test/setup.ts'],
          testTimeout: 20_000,
          // These packages are written for bundlers: their files are modules without saying so.
          server: { deps: { inline: [/@amsterdam/] } },
        },
      },
    ],
  },
})
