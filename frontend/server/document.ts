import { readFileSync } from 'node:fs'
import type { Drawn } from '../src/entry-server'

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}
type Manifest = Record<string, Chunk>

/** The outline of every document, as the build left it, and the files that go with each page. */
export interface Outline {
  html: string
  manifest: Manifest
}

const HEAD = /<!--kop-->.*<!--\/kop-->/s
const LANGUAGE = /<html lang="\w+"/
/** Where the page goes, and what a browser shows that has to draw it but cannot. */
const ROOT = /<div id="root"><\/div>.*<!--\/leeg-->/s
/** A drawn page can be read before its code is there, so all else may come first. */
const CODE = /<(?=link rel="modulepreload"|script type="module")(\w+)/g
const LATER = 'fetchpriority="low"'

/** @param folder the built site */
export function readOutline(folder: URL): Outline {
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const html = read('index.html')
  const missing = [LANGUAGE, HEAD, ROOT].filter((place) => !place.test(html))
  if (missing.length > 0) throw new Error(`index.html has no ${missing.join(', ')}`)
  return {
    html: html.replace(CODE, `<$1 ${LATER}`),
    manifest: JSON.parse(read('.vite/manifest.json')) as Manifest,
  }
}

/** Fills the outline in. The page's files are named, so that nothing of it has to be waited for. */
export function documentOf({ html, manifest }: Outline, drawn: Drawn): string {
  const { language, direction, head, page, data, pageNames } = drawn
  const files = pageNames.flatMap((name) => filesOf(manifest, `/${name}.tsx`))
  const words = language === 'nl' ? [] : [`/i18n/${language}.json`, '/i18n/foreign.ts']
  files.push(...words.flatMap((name) => filesOf(manifest, name)))
  const others = [...new Set(files)].filter((file) => !html.includes(file))
  // With functions, because a dollar sign in a text means nothing special.
  return html
    .replace(LANGUAGE, () => `<html lang="${language}" dir="${direction}"`)
    .replace(HEAD, () => head)
    .replace('</head>', () => `  ${others.map(tagOf).join('\n    ')}\n  </head>`)
    .replace(ROOT, () => `<div id="root">${page}</div>\n${data}`)
}

function filesOf(manifest: Manifest, ending: string): string[] {
  const name = Object.keys(manifest).find((key) => key.endsWith(ending))
  if (name === undefined) return []
  const chunks = [...withImports(manifest, name)].flatMap((each) => manifest[each] ?? [])
  return chunks.flatMap(({ file, css = [] }) => [...css, file])
}

function tagOf(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link ${LATER} rel="modulepreload" crossorigin href="/${file}">`
}

function withImports(manifest: Manifest, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  // What it needs comes first, so that its own style comes last.
  for (const next of manifest[name]?.imports ?? []) withImports(manifest, next, found)
  return found.add(name)
}
