import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALL_DUTCH, isDutchOnly } from './allDutch'
import { LANGUAGES } from './languages'
import { leaves } from './leaves'
import type { Tree } from './translator'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const FORM = /_(zero|one|two|few|many|other)$/
const dutch = new Map(
  Object.entries(ALL_DUTCH).flatMap(([name, file]) => (isDutchOnly(name) ? [] : leaves(file))),
)
const baseOf = (key: string) => key.replace(FORM, '')

/** The clock may be told in figures; then its hours need no names. */
const CLOCK = /^tijd\.(heel|kwartOver|half|kwartVoor|uren\.\d+)$/

describe.each(LANGUAGES.map(({ code }) => code).filter((code) => code !== 'nl'))('%s', (code) => {
  const { vocabularia, ...rest } = read(`./${code}.json`) as Tree
  const texts = new Map(leaves(rest))
  const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories

  /** The keys that a Dutch key asks of this language, which has plural forms of its own. */
  function wanted(key: string): string[] {
    const base = baseOf(key)
    const forms = categories.map((form) => `${base}_${form}`)
    if (base !== key) return [...forms, ...(dutch.has(`${base}_zero`) ? [`${base}_zero`] : [])]
    const counts = dutch.get(key)?.includes('{{count}}') && texts.has(forms[0] ?? '')
    return counts ? forms : [key]
  }

  it('heeft elke tekst', () => {
    const all = [...dutch.keys()].filter((key) => !key.startsWith('tijd.uren')).flatMap(wanted)
    expect([...new Set(all)].filter((key) => !texts.has(key))).toEqual([])
  })

  it('heeft geen tekst die het Nederlands niet heeft', () => {
    const known = new Set([...dutch.keys()].map(baseOf))
    expect([...texts.keys()].filter((key) => !known.has(baseOf(key)))).toEqual([])
  })

  it('vult op dezelfde plekken hetzelfde in', () => {
    const faults = [...texts].filter(([key, text]) => {
      const source = dutch.get(key) ?? dutch.get(`${baseOf(key)}_other`) ?? dutch.get(baseOf(key))
      // 'one', 'two' and 'zero' may say their number as a word.
      const own = placesOf(text)
      const asked = placesOf(source ?? '')
      const free = FORM.test(key) ? ['count'] : []
      return !CLOCK.test(key) && !sameBut(free, own, asked)
    })
    expect(faults).toEqual([])
  })

  it('noemt elke code die mensen zien', () => {
    const known = new Set(leaves({ vocabularia: vocabularia ?? {} }).map(([key]) => key))
    expect(codes.filter((key) => !known.has(key))).toEqual([])
  })
})

const placesOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')

function sameBut(free: string[], own: string[], asked: string[]): boolean {
  const differing = [
    ...own.filter((name) => !asked.includes(name)),
    ...asked.filter((name) => !own.includes(name)),
  ]
  return differing.every((name) => free.includes(name))
}

/** What the API calls the lists that residents see, by their names in the data. */
const LISTS: Record<string, string> = {
  ambitie: 'ambities',
  doelgroep: 'doelgroepen',
  thema: 'themas',
  soort: 'soorten',
  niveau: 'niveaus',
  vorm: 'vormen',
  dag: 'dagen',
  dagdeel: 'dagdelen',
  toegankelijkheid: 'toegankelijkheid',
  kosten: 'kosten',
  aanmelden: 'aanmelden',
  openVoor: 'openVoor',
  taal: 'talen',
  categorie: 'categorieen',
  capaciteit: 'capaciteiten',
  inzet: 'inzet',
  levensgebeurtenis: 'levensgebeurtenissen',
}

const { lijsten, noodhulp } = read('../../../backend/sociale_kaart/data/vocabularia.json') as {
  lijsten: Record<string, { code: string }[]>
  noodhulp: { nummer: string }[]
}
const codes = [
  ...noodhulp.map(({ nummer }) => `vocabularia.noodhulp.${nummer}`),
  ...Object.entries(LISTS).flatMap(([list, name]) =>
    (lijsten[list] ?? []).map(({ code }) => `vocabularia.${name}.${code}`),
  ),
]
