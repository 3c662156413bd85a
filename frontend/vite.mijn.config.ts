import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { thema } from './thema.config.ts'

/**
 * The pages of who logs in, built beside those of residents and without sharing a file with them:
 * in one build each page here would move code between the files that residents fetch.
 */
export default defineConfig({
  plugins: [react(), thema.plugin],
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)), '@thema': thema.folder },
  },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    copyPublicDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'mijn.html' },
  },
})
