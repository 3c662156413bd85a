import type { AanbodKern } from '@/lib/api/types'
import { closedNow } from '@/lib/wording/when'

/**
 * How a listing was when somebody saved it, no larger than what tells later that it changed: place
 * and times as numbers of 16 bits that say nothing by themselves.
 */
export interface Stand {
  plek: number
  tijden: number
  capaciteit: Capaciteit
  dicht: boolean
}

export const CAPACITEITEN = ['', 'plek', 'wachtlijst', 'vol'] as const
type Capaciteit = (typeof CAPACITEITEN)[number]

type Known = Pick<AanbodKern, 'locatie' | 'werkgebied' | 'momenten' | 'sluitingen'> &
  Partial<Pick<AanbodKern, 'opAfspraak' | 'capaciteit'>>

export function standOf(aanbod: Known, now: Date): Stand {
  return {
    plek: shortHash(placeOf(aanbod)),
    tijden: shortHash(timesOf(aanbod)),
    capaciteit: aanbod.capaciteit ?? '',
    dicht: closedNow(aanbod, now) !== null,
  }
}

export function isStand(value: unknown): value is Stand {
  if (typeof value !== 'object' || value === null) return false
  const { plek, tijden, capaciteit, dicht } = value as Record<string, unknown>
  return (
    [plek, tijden].every((hash) => Number.isInteger(hash) && Number(hash) >> 16 === 0) &&
    CAPACITEITEN.includes(capaciteit as Capaciteit) &&
    typeof dicht === 'boolean'
  )
}

/** An address that got a better name has not moved. */
function placeOf({ locatie, werkgebied }: Known): string {
  if (locatie) {
    const { straat, postcode, naam, wijk } = locatie
    return straat || postcode ? `${straat ?? ''}|${postcode ?? ''}` : `${naam ?? ''}|${wijk ?? ''}`
  }
  return werkgebied ? [...werkgebied.wijken].sort().join() || 'stad' : ''
}

function timesOf({ momenten, opAfspraak }: Known): string {
  const times = momenten.map(({ rrule, begin, eind, van, tot }) =>
    [rrule, begin, eind, van, tot].map((part) => part ?? '').join('|'),
  )
  return [...times.sort(), opAfspraak ? 'afspraak' : ''].join()
}

/** FNV-1a, folded to 16 bits. */
export function shortHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return ((hash >>> 16) ^ hash) & 0xffff
}
