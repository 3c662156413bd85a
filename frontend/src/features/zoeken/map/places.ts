import type { Resultaat } from '@/lib/api/types'

/** One spot on the map, with everything that happens there: a wijkhuis holds many listings. */
export interface Place {
  key: string
  lat: number
  lon: number
  naam: string | null
  aanbod: Pick<Resultaat, 'slug' | 'titel'>[]
}

export function placesOf(resultaten: readonly Resultaat[]): Place[] {
  const places = new Map<string, Place>()
  for (const { slug, titel, locatie } of resultaten) {
    if (locatie?.lat == null || locatie.lon == null) continue
    const key = `${locatie.lat.toFixed(4)},${locatie.lon.toFixed(4)}`
    const place = places.get(key) ?? {
      key,
      lat: locatie.lat,
      lon: locatie.lon,
      naam: locatie.naam ?? locatie.straat ?? null,
      aanbod: [],
    }
    place.aanbod.push({ slug, titel })
    places.set(key, place)
  }
  return [...places.values()]
}
