import type { Filters, Soort } from './redactie'

/** Instead of a listing: the small changes together. */
export const SAMEN = 'samen'

/** What the address of the queue says: which of it, and what of that is looked at. */
export interface RedactieSearch extends Filters {
  aanbod?: string | undefined
}

/** What it does not know it leaves. */
export function redactieSearch(search: Record<string, unknown>): RedactieSearch {
  return {
    ...(isSoort(search.soort) && { soort: search.soort }),
    ...(typeof search.organisatie === 'string' && { organisatie: search.organisatie }),
    ...(typeof search.aanbod === 'string' && { aanbod: search.aanbod }),
  }
}

const isSoort = (value: unknown): value is Soort => value === 'nieuw' || value === 'wijziging'
