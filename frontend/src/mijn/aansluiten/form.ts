import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Aansluitvraag, Gelijkend, OrganisatieInvoer } from '@/lib/api/types'

export type Soort = OrganisatieInvoer['categorie']
export const SOORTEN = ['initiatief', 'vrijwilligersorganisatie', 'voorziening'] as const

/** What is filled in; `gekozen` is an organisation that was there already. */
export interface Values {
  gekozen: Gelijkend | null
  naam: string
  soort: Soort | null
  website: string
  telefoon: string
  kvk: string
  eigenNaam: string
  email: string
}

export const EMPTY: Values = {
  gekozen: null,
  naam: '',
  soort: null,
  website: '',
  telefoon: '',
  kvk: '',
  eigenNaam: '',
  email: '',
}

export type Veld = Exclude<keyof Values, 'gekozen'>

/** What the server calls them. */
const NAMES: Record<string, Veld> = {
  'nieuw.naam': 'naam',
  'nieuw.categorie': 'soort',
  'nieuw.website': 'website',
  'nieuw.telefoon': 'telefoon',
  'nieuw.kvk': 'kvk',
  naam: 'eigenNaam',
  email: 'email',
}

export function vraagOf({ gekozen, naam, soort, website, telefoon, kvk }: Values): Aansluitvraag {
  if (gekozen) return { organisatie: gekozen.id }
  const more = Object.entries({ website: withScheme(website), telefoon, kvk })
  const filled = more.map(([key, value]) => [key, value.trim()]).filter(([, value]) => value)
  return {
    nieuw: {
      naam: naam.trim(),
      categorie: soort ?? 'initiatief',
      ...(Object.fromEntries(filled) as Partial<OrganisatieInvoer>),
    },
  }
}

/** Nobody types 'https://', and the server wants it. */
function withScheme(website: string): string {
  const typed = website.trim()
  return typed && !typed.includes('://') ? `https://${typed}` : typed
}

export type EmptyFault = 'naam' | 'soort' | 'eigenNaam' | 'adres'
export type Faults = Partial<Record<Veld, EmptyFault | { said: string }>>

/** What has to be filled in and is not. */
export function emptyFields(values: Values, loggedIn: boolean): Faults {
  const faults: Faults = {}
  if (!values.gekozen && values.naam.trim().length < 2) faults.naam = 'naam'
  if (!values.gekozen && !values.soort) faults.soort = 'soort'
  if (!loggedIn && values.eigenNaam.trim().length < 2) faults.eigenNaam = 'eigenNaam'
  if (!loggedIn && !/\S+@\S+\.\S+/.test(values.email)) faults.email = 'adres'
  return faults
}

/**
 * What the server has against single fields, in its own words.
 * @param prefix what it calls the organisation: nothing when it was sent by itself.
 */
export function refusedFields(error: Error | null, prefix: 'nieuw.' | ''): Faults {
  if (!(error instanceof ApiProblem)) return {}
  const faults: Faults = {}
  for (const { veld, melding } of error.fouten) {
    const known = NAMES[veld] && prefix ? NAMES[veld] : NAMES[`nieuw.${veld}`]
    if (known) faults[known] ??= { said: melding }
  }
  return faults
}

export type WholeFault =
  | 'aansluiten.fout.geenVerbinding'
  | 'aansluiten.fout.teVaak'
  | 'aansluiten.mislukt'
  | { said: string }

/** What went wrong with all of it. */
export function wholeFault(error: Error): WholeFault {
  if (error instanceof ServerUnreachable) return 'aansluiten.fout.geenVerbinding'
  if (!(error instanceof ApiProblem)) return 'aansluiten.mislukt'
  if (error.status === 429) return 'aansluiten.fout.teVaak'
  return error.problem ? { said: error.problem.detail } : 'aansluiten.mislukt'
}
