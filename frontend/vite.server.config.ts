import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { thema } from './thema.config.ts'

/** The server that draws pages, with all that it needs in it: beside Node it takes nothing. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)), '@thema': thema.folder },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist-server',
    target: 'node20',
    copyPublicDir: false,
    // As for the browser, which would otherwise draw other addresses than the server did.
    assetsInlineLimit: 0,
  },
})
