// How much JavaScript the results page needs before anything that may come later (the map).
//
//   npm run build && npm run size
//
// Follows the imports in Vite's manifest from the entry and from the page; fails above the budget.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const BUDGET = 130_000 // bytes on the wire, as the browser gets them: brotli
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

function withImports(name, found = new Set()) {
  if (found.has(name)) return found
  found.add(name)
  for (const next of manifest[name].imports ?? []) withImports(next, found)
  return found
}

const parts = withImports('src/features/zoeken/SearchPage.tsx', withImports('index.html'))
let [raw, gzip, brotli] = [0, 0, 0]
for (const name of parts) {
  const content = readFileSync(new URL(manifest[name].file, dist))
  raw += content.length
  gzip += gzipSync(content, { level: 9 }).length
  brotli += brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length
}
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
console.log(`JavaScript of the results page, ${parts.size} files:`)
console.log(`  raw ${kB(raw)} · gzip ${kB(gzip)} · brotli ${kB(brotli)} (budget ${kB(BUDGET)})`)
if (brotli > BUDGET) process.exit(1)
