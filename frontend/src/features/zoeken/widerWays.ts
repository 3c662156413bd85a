import type { Translate } from '@/i18n'
import type { Zoekresultaat } from '@/lib/api/types'
import { either } from '@/lib/wording/kin'
import type { LabelOf } from '@/lib/wording/labels'
import { CODE_FILTERS, narrowed, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import type { ActivePart } from '@/components/filters/activeParts'
import { filterLabel } from '@/components/filters/filters'

/** A filter to leave out, and how many results that gives when that is known. */
export interface WiderWay {
  key: string
  label: string
  count?: number
  search: Zoekvraag
}

/**
 * The filters that are worth leaving out, the one that gives most first. With words in the
 * question the server says for which codes that helps; of dates and ages nobody knows.
 */
export function widerWays(
  vraag: Zoekvraag,
  { ruimer, gedegradeerd }: Pick<Zoekresultaat, 'ruimer' | 'gedegradeerd'>,
  parts: readonly ActivePart[],
  labelOf: LabelOf,
  t: Translate,
): WiderWay[] {
  const isCounted = Boolean(vraag.q) && !gedegradeerd
  const codes = CODE_FILTERS.flatMap((filter): WiderWay[] => {
    const chosen = vraag[filter]
    const count = ruimer[filter]
    if (!chosen || (isCounted && !count)) return []
    const label = either(
      chosen.map((code) => filterLabel(filter, code, labelOf)),
      t,
    )
    const search = narrowed(vraag, { [filter]: undefined })
    return [{ key: filter, label, search, ...(count && { count }) }]
  })
  const others = parts
    .filter(({ key }) => key === 'datum' || key === 'leeftijd' || key === 'helpen')
    .map(({ key, label, without }) => ({ key, label, search: without }))
  return [...codes.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)), ...others]
}
