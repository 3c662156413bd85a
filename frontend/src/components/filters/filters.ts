import type { Facetten } from '@/lib/api/types'
import { outlines } from '@/lib/wijken/outlines'
import type { SpokenTerm } from '@/lib/api/types'
import type { LabelOf, VocabularyList } from '@/lib/wording/labels'
import type { CodeFilter } from '@/lib/zoekvraag/zoekvraag'

interface FilterSpec {
  filter: CodeFilter
  /** The vocabulary that names the codes; wijken come from the outlines. */
  list: VocabularyList | 'wijken'
  /** Open on a first visit: what most people narrow by. */
  open?: boolean
  /** The fullest first, where the order of the vocabulary means nothing to people. */
  byCount?: boolean
}

export const FILTERS: readonly FilterSpec[] = [
  { filter: 'wijk', list: 'wijken', open: true, byCount: true },
  { filter: 'thema', list: 'themas', open: true, byCount: true },
  { filter: 'kosten', list: 'kosten', open: true },
  { filter: 'doelgroep', list: 'doelgroepen', byCount: true },
  { filter: 'aanmelden', list: 'aanmelden' },
  { filter: 'vorm', list: 'vormen' },
  { filter: 'toegankelijkheid', list: 'toegankelijkheid', byCount: true },
  { filter: 'taal', list: 'talen' },
  { filter: 'ambitie', list: 'ambities' },
  { filter: 'soort', list: 'soorten', byCount: true },
  { filter: 'openVoor', list: 'openVoor' },
  { filter: 'niveau', list: 'niveaus' },
  { filter: 'categorie', list: 'categorieen' },
  { filter: 'inzet', list: 'inzet' },
]

const LIST_OF: Record<CodeFilter, VocabularyList | 'wijken'> = {
  ...(Object.fromEntries(FILTERS.map(({ filter, list }) => [filter, list])) as Record<
    CodeFilter,
    VocabularyList | 'wijken'
  >),
  dag: 'dagen',
  dagdeel: 'dagdelen',
}

export function filterLabel(filter: CodeFilter, code: string, labelOf: LabelOf): string {
  const list = LIST_OF[filter]
  if (list !== 'wijken') return labelOf(list, code)
  return outlines.find((wijk) => wijk.slug === code || wijk.code === code)?.naam ?? code
}

export interface Option {
  code: string
  label: string
  count: number
  /** When the label is Dutch in every language. */
  lang?: 'nl'
}

interface OptionsOf {
  filter: CodeFilter
  terms: SpokenTerm[]
  facetten: Facetten | undefined
  chosen: readonly string[]
  byCount?: boolean
}

/** What can be chosen: everything that leads to a result, and whatever is chosen already. */
export function optionsOf({ filter, terms, facetten, chosen, byCount }: OptionsOf): Option[] {
  const counts: Record<string, number> = facetten?.[filter] ?? {}
  const options =
    filter === 'wijk'
      ? outlines.map(({ code, slug, naam }) => ({
          code: slug,
          label: naam,
          lang: 'nl' as const,
          count: counts[code] ?? 0,
        }))
      : terms.map((term) => ({ ...term, count: counts[term.code] ?? 0 }))
  const useful = options.filter(({ code, count }) => count > 0 || chosen.includes(code))
  return byCount ? useful.sort((a, b) => b.count - a.count) : useful
}
