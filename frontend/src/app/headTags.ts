import type { Graph } from 'schema-dts'
import type { Translator } from '@/i18n'
import { LANGUAGES, type LanguageCode } from '@/i18n/languages'
import { config } from '@/lib/config'
import type { Head } from '@/lib/head/head'

/** An address in Dutch and from the root, as the whole world knows it in a language. */
export type AddressIn = (language: LanguageCode, address: string) => string

/** What a head looks like in a document. */
export function headTags(head: Head, { t, code }: Translator, addressIn: AddressIn): string {
  const site = t('site.naam', { gemeente: config.gemeente })
  const title = head.title ? `${head.title} – ${site}` : site
  const known = head.status === undefined && head.address !== undefined ? head.address : null
  const tags = [
    `<title>${escaped(title)}</title>`,
    meta('name', 'description', head.description),
    meta('property', 'og:title', head.title || site),
    meta('property', 'og:description', head.description),
    meta('property', 'og:site_name', site),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:locale', localeOf(code)),
  ]
  if (known === null) tags.push(meta('name', 'robots', 'noindex'))
  else tags.push(...addresses(known, code, addressIn))
  if (head.things) {
    const graph: Graph = { '@context': 'https://schema.org', '@graph': head.things }
    tags.push(`<script type="application/ld+json">${inScript(graph)}</script>`)
  }
  return tags.join('\n    ')
}

function addresses(address: string, code: LanguageCode, addressIn: AddressIn): string[] {
  const own = addressIn(code, address)
  return [
    `<link rel="canonical" href="${escaped(own)}">`,
    meta('property', 'og:url', own),
    ...LANGUAGES.map((language) => alternate(language.code, addressIn(language.code, address))),
    alternate('x-default', addressIn('nl', address)),
  ]
}

const alternate = (language: string, address: string) =>
  `<link rel="alternate" hreflang="${language}" href="${escaped(address)}">`

const meta = (kind: 'name' | 'property', name: string, content: string) =>
  `<meta ${kind}="${name}" content="${escaped(content)}">`

/** As Open Graph writes a language: with a country, also where we do not mean one. */
function localeOf(code: LanguageCode): string {
  const { language, region } = new Intl.Locale(code).maximize()
  return [language, region].join('_')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** JSON that cannot end the script that it stands in. */
export function inScript(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}
