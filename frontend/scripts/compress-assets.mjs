// Writes each hashed file of the build compressed beside it, so that the server only has to choose.
//
//   npm run build
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const assets = new URL('../dist/assets/', import.meta.url)
/** Fonts and pictures are compressed already. */
const TEXT = /\.(js|css|svg)$/

for (const name of readdirSync(assets)) {
  if (!TEXT.test(name)) continue
  const content = readFileSync(new URL(name, assets))
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
  writeFileSync(new URL(`${name}.br`, assets), brotli)
  writeFileSync(new URL(`${name}.gz`, assets), gzipSync(content, { level: 9 }))
}
