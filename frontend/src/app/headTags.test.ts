import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { homeHead } from '@/features/home/homeHead'
import { alsoSay, dutch } from '@/i18n'
import home from '@/i18n/nl/home.json'
import { withLanguage } from '@/i18n/languages'
import type { Head, HeadTools } from '@/lib/head/head'
import { headTags, inScript } from './headTags'

const head: Head = { title: 'Koffie', description: 'Schuif aan.', address: '/aanbod/koffie' }
const tagsOf = (given: Head, translator = dutch) =>
  headTags(
    given,
    translator,
    (language, address) => `https://kaart.example.org${withLanguage(language, address)}`,
  )

describe('wat een pagina over zichzelf zegt', () => {
  it('is haar naam, haar ene adres en dat in elke taal', () => {
    const tags = tagsOf(head)
    expect(tags).toContain('<title>Koffie – Sociale kaart Zwolle</title>')
    expect(tags).toContain('<meta property="og:locale" content="nl_NL">')
    expect(tags).toContain('<link rel="canonical" href="https://kaart.example.org/aanbod/koffie">')
    expect(tags).toContain('hreflang="x-default" href="https://kaart.example.org/aanbod/koffie"')
    expect(tags).toContain('hreflang="en" href="https://kaart.example.org/en/aanbod/koffie"')
    expect(tags).not.toContain('noindex')
  })

  it.each<[string, Head]>([
    ['geen eigen adres heeft', { title: 'Soep', description: '' }],
    ['gestopt is', { ...head, status: 410 }],
  ])('is niets voor een zoekmachine als ze %s', (_, given) => {
    const tags = tagsOf(given)
    expect(tags).toContain('<meta name="robots" content="noindex">')
    expect(tags).not.toMatch(/canonical|hreflang/)
  })

  it('is niet te gebruiken om uit een kenmerk of een script te breken', () => {
    const bad = '"><script>alert(1)</script>&'
    const tags = tagsOf({ title: bad, description: bad, address: `/zoeken?q=${bad}` })
    expect(tags).not.toContain('<script>alert')
    expect(tags).toContain('content="&quot;&gt;&lt;script&gt;')
    expect(inScript({ naam: '</script><!--' })).not.toContain('<')
    expect(JSON.parse(inScript({ naam: '</script>' }))).toEqual({ naam: '</script>' })
  })
})

it('staat zo ook in het document voor als de server niet kan tekenen', () => {
  const outline = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
  alsoSay(home)
  const { description } = homeHead(dutch as HeadTools)
  expect(outline).toContain(description)
  expect(outline).toContain('<title>Sociale kaart %GEMEENTE%</title>')
})
