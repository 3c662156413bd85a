import { useSyncExternalStore } from 'react'
import type { Adres } from '@/lib/api/types'
import type { Plek } from '@/lib/zoekvraag/zoekvraag'

/**
 * Where the visitor is, only if they said so: by their device, or by a street, postcode or wijk. It
 * is rounded to about 100 metres before anything else sees it, and lives in this variable alone: not
 * in the address, not in storage, not in a log.
 */
interface Nearby {
  plek: Plek | null
  state: 'unasked' | 'asking' | 'known' | 'refused'
  /** What it is called; the device only knows where it is. */
  naam?: string
}

const NOWHERE: Nearby = { plek: null, state: 'unasked' }
let nearby = NOWHERE
const listeners = new Set<() => void>()

function set(next: Nearby) {
  nearby = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Three decimals of a degree are 111 metres north and, here, 68 metres east. */
export function roundPlek({ latitude, longitude }: { latitude: number; longitude: number }): Plek {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000
  return { lat: round(latitude), lon: round(longitude) }
}

/** Says that the device is asked; what it answers counts unless something else was chosen since. */
export function claimPlek(): (plek: Plek | null) => Plek | null {
  const asking: Nearby = { plek: null, state: 'asking' }
  set(asking)
  return (plek) => {
    if (nearby !== asking) return null
    set({ plek, state: plek ? 'known' : 'refused' })
    return plek
  }
}

/** From now on this is where the visitor looks from; its point comes rounded. */
export function choosePlek({ punt, label }: Pick<Adres, 'punt' | 'label'>) {
  const plek = roundPlek({ latitude: punt.lat, longitude: punt.lon })
  set({ plek, state: 'known', naam: label })
}

/** For tests: as when the page was loaded. */
export function forgetPlek() {
  set(NOWHERE)
}

export function usePlek(): Nearby {
  return useSyncExternalStore(
    subscribe,
    () => nearby,
    () => NOWHERE,
  )
}

/** The place as it is known now, for who asks the server before a page is drawn. */
export const currentPlek = (): Plek | null => nearby.plek
