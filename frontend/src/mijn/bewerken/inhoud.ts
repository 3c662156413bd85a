import type { components } from '@/lib/api/schema.gen'
import type { Bewerking } from '@/lib/api/types'

type Invoer = components['schemas']['AanbodInvoer']
/** A field of a listing, by its name in the API. */
export type Veld = keyof Invoer
/** What is filled in so far. What comes from the server may hold anything, as it keeps all. */
export type Inhoud = { [V in Exclude<Veld, 'locatie'>]?: Invoer[V] | undefined } & {
  locatie?: Locatie | null
}
/** A place of which anything may be unknown yet. */
export type Locatie = Partial<NonNullable<Invoer['locatie']>>

export const inhoudOf = ({ inhoud }: Pick<Bewerking, 'inhoud'>) => inhoud as Inhoud

/** Whether two values say the same: what is absent, null or empty says nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other)
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [a, b] = [one, other] as [Record<string, unknown>, Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]))
}

function isNothing(value: unknown): value is null | undefined | '' {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isNothing)
}

/** A field of which two people wrote something else. */
export interface Vraag {
  veld: Veld
  hier: unknown
  daar: unknown
}

interface Merged {
  /** Both texts in one; of the fields in question it has what was written here. */
  samen: Inhoud
  vragen: Vraag[]
}

/** What two people made of the same beginning. Only what both changed has to be chosen between. */
export function merge(basis: Inhoud, hier: Inhoud, daar: Inhoud): Merged {
  const samen: Inhoud = { ...hier }
  const vragen: Vraag[] = []
  for (const veld of new Set([...Object.keys(hier), ...Object.keys(daar)]) as Set<Veld>) {
    if (same(hier[veld], daar[veld]) || same(basis[veld], daar[veld])) continue
    if (same(basis[veld], hier[veld])) put(samen, veld, daar[veld])
    else vragen.push({ veld, hier: hier[veld], daar: daar[veld] })
  }
  return { samen, vragen }
}

export function put(inhoud: Inhoud, veld: Veld, value: unknown) {
  ;(inhoud as Record<Veld, unknown>)[veld] = value
}
