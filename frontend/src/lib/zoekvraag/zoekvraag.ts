import type { Wens, ZoekParameters } from '@/lib/api/types'

/** Filters that hold codes of a vocabulary: several values of one are "or", two filters are "and". */
export const CODE_FILTERS = [
  'wijk',
  'dag',
  'dagdeel',
  'ambitie',
  'thema',
  'doelgroep',
  'kosten',
  'aanmelden',
  'vorm',
  'soort',
  'toegankelijkheid',
  'taal',
  'openVoor',
  'niveau',
  'categorie',
  'inzet',
] as const
export type CodeFilter = (typeof CODE_FILTERS)[number]

/** What can be understood of a question in somebody's own words, and taken off it again. */
export type WensSoort = Wens['soort']
const WENS_SOORTEN: readonly WensSoort[] = [
  'wijk',
  'dag',
  'dagdeel',
  'datum',
  'kosten',
  'toegankelijkheid',
  'doelgroep',
  'leeftijd',
  'vorm',
  'aanmelden',
  'openVoor',
  'taal',
  'niveau',
]

export const SORTS = ['relevantie', 'afstand', 'titel', 'bijgewerkt'] as const
export type Sort = (typeof SORTS)[number]

export const PAGE_SIZE = 20

/** What somebody asks, as it stands in the address of the results page. */
export type Zoekvraag = Partial<Record<CodeFilter, string[]>> & {
  q?: string
  /** What was understood of the words, and must not count. */
  zonder?: WensSoort[]
  datumVan?: string
  datumTot?: string
  leeftijd?: number
  vrijwilligersGezocht?: true
  sort?: Sort
  page?: number
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const MAX_QUESTION = 200

/** Reads any address without failing: what makes no sense is left out. */
export function parseZoekvraag(values: Record<string, unknown>): Zoekvraag {
  const vraag: Zoekvraag = {}
  const q = first(values.q)?.slice(0, MAX_QUESTION)
  if (q?.trim()) vraag.q = q
  // Without words there is nothing to take off.
  const zonder = WENS_SOORTEN.filter((soort) => vraag.q && all(values.zonder).includes(soort))
  if (zonder.length > 0) vraag.zonder = zonder
  for (const filter of CODE_FILTERS) {
    const codes = [...new Set(all(values[filter]).filter(Boolean))]
    if (codes.length > 0) vraag[filter] = codes
  }
  for (const key of ['datumVan', 'datumTot'] as const) {
    const day = first(values[key])
    if (day && ISO_DAY.test(day) && !Number.isNaN(Date.parse(day))) vraag[key] = day
  }
  const leeftijd = wholeNumber(values.leeftijd)
  if (leeftijd !== undefined && leeftijd <= 120) vraag.leeftijd = leeftijd
  if (first(values.vrijwilligersGezocht) === 'true') vraag.vrijwilligersGezocht = true
  const sort = SORTS.find((known) => known === first(values.sort))
  if (sort && sort !== 'relevantie') vraag.sort = sort
  const page = wholeNumber(values.page)
  if (page !== undefined && page > 1) vraag.page = page
  return vraag
}

export function toggleCode(vraag: Zoekvraag, filter: CodeFilter, code: string): Zoekvraag {
  const codes = vraag[filter] ?? []
  const next = codes.includes(code) ? codes.filter((known) => known !== code) : [...codes, code]
  return narrowed(vraag, { [filter]: next.length > 0 ? next : undefined })
}

/**
 * The same question with something changed, from its first page (the agenda has a cursor instead
 * of a number). `undefined` takes a part away.
 */
export function narrowed(
  vraag: Zoekvraag,
  change: Partial<Record<keyof Zoekvraag, unknown>>,
): Zoekvraag {
  const next = { ...vraag, ...change, page: undefined, cursor: undefined }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
}

/** Other words are another question: what was taken off the old one says nothing about it. */
export function asking(vraag: Zoekvraag, q: string): Zoekvraag {
  return narrowed(vraag, { q: q || undefined, zonder: undefined })
}

/** Takes what was understood off the question, or puts it back when it was off already. */
export function toggleWens(vraag: Zoekvraag, soorten: readonly WensSoort[]): Zoekvraag {
  const off = vraag.zonder ?? []
  const putBack = soorten.every((soort) => off.includes(soort))
  const others = off.filter((soort) => !soorten.includes(soort))
  const zonder = putBack ? others : [...others, ...soorten]
  return narrowed(vraag, { zonder: zonder.length > 0 ? zonder : undefined })
}

export function withoutFilters({ q, zonder, sort }: Zoekvraag): Zoekvraag {
  return { ...(q && { q }), ...(zonder && { zonder }), ...(sort && { sort }) }
}

/** What the fields of the filters do not say: a form without script has to send it along. */
export function withoutChoices(vraag: Zoekvraag): Zoekvraag {
  const fields = [...CODE_FILTERS, 'vrijwilligersGezocht']
  return narrowed(vraag, Object.fromEntries(fields.map((name) => [name, undefined])))
}

export function countFilters(vraag: Zoekvraag): number {
  const codes = CODE_FILTERS.reduce((sum, filter) => sum + (vraag[filter]?.length ?? 0), 0)
  const others = [
    vraag.datumVan ?? vraag.datumTot,
    vraag.leeftijd,
    vraag.vrijwilligersGezocht,
  ].filter((part) => part !== undefined)
  return codes + others.length
}

/** Somewhere in the municipality, rounded; only ever in memory, never in an address. */
export interface Plek {
  lat: number
  lon: number
}

export function toParameters(vraag: Zoekvraag, plek: Plek | null): ZoekParameters {
  const { sort, ...rest } = vraag
  return {
    ...rest,
    ...(plek && { bij: `${plek.lat},${plek.lon}` }),
    // Without a place there is no distance to sort by.
    ...(sort && (sort !== 'afstand' || plek) ? { sort } : {}),
    pageSize: PAGE_SIZE,
  }
}

function all(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((item) =>
    typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
      ? [String(item)]
      : [],
  )
}

function first(value: unknown): string | undefined {
  return all(value)[0]
}

function wholeNumber(value: unknown): number | undefined {
  const text = first(value)
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined
}
