import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const THEMAS = new URL('./themas/', import.meta.url)
const naam = process.env.VITE_THEMA ?? 'zwolle'
const folder = fileURLToPath(new URL(naam, THEMAS))
if (!existsSync(`${folder}/thema.json`)) {
  throw new Error(`VITE_THEMA=${naam}: kies uit ${readdirSync(THEMAS).join(', ')} (docs/thema.md)`)
}
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')

/** The theme that this build is made with: what '@thema' means, and its marks in index.html. */
export const thema = {
  folder,
  plugin: {
    name: 'thema',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replaceAll('%THEMA%', naam)
          .replaceAll(
            '%GEMEENTE%',
            (JSON.parse(read('thema.json')) as { gemeente: string }).gemeente,
          )
          .replace('<!--themakleur-->', bandColours(read('theme.css'))),
    },
  } satisfies Plugin,
}

/** The colour that browsers give their own edges: that of the band. The first that fits counts. */
function bandColours(css: string): string {
  const [light = '', dark = light] = [...css.matchAll(/--sk-band: (#\w{6})/g)].map(
    (found) => found[1],
  )
  return [
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${dark}" />`,
    `<meta name="theme-color" content="${light}" />`,
  ].join('\n    ')
}
