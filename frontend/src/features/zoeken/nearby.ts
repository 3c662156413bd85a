import { useSyncExternalStore } from 'react'
import type { Plek } from '@/lib/zoekvraag/zoekvraag'

/**
 * Where the visitor is, only if they said so. It is rounded to about 100 metres before anything
 * else sees it, and lives in this variable alone: not in the address, not in storage, not in a log.
 */
interface Nearby {
  plek: Plek | null
  state: 'unasked' | 'asking' | 'known' | 'refused'
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

export function askPlek(): Promise<Plek | null> {
  if (nearby.plek) return Promise.resolve(nearby.plek)
  if (!('geolocation' in navigator)) {
    set({ plek: null, state: 'refused' })
    return Promise.resolve(null)
  }
  set({ plek: null, state: 'asking' })
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const plek = roundPlek(coords)
        set({ plek, state: 'known' })
        resolve(plek)
      },
      () => {
        set({ plek: null, state: 'refused' })
        resolve(null)
      },
      { timeout: 10_000, maximumAge: 5 * 60_000 },
    )
  })
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
