import type { Zoekresultaat } from '@/lib/api/types'
import { countFilters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

const FEW = 5

/** Whether a question found so little that something may be missing. */
export function foundLittle(
  vraag: Zoekvraag,
  { totaal, page }: Pick<Zoekresultaat, 'totaal' | 'page'>,
): boolean {
  return totaal < FEW && page === 1 && (Boolean(vraag.q) || countFilters(vraag) > 0)
}
