import type { Plek } from '@/lib/zoekvraag/zoekvraag'
import { claimPlek, roundPlek } from './plek'

/**
 * Asks the device where it is; null when it does not tell, or when somebody chose a place while it
 * was asked.
 */
export function askDevice(): Promise<Plek | null> {
  const settle = claimPlek()
  if (!('geolocation' in navigator)) return Promise.resolve(settle(null))
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        resolve(settle(roundPlek(coords)))
      },
      () => {
        resolve(settle(null))
      },
      { timeout: 10_000, maximumAge: 5 * 60_000 },
    )
  })
}
