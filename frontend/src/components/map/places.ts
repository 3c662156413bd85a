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

/** Places too close together on the screen to tell apart or to tap; the first one holds the spot. */
export type Cluster = [Place, ...Place[]]

/**
 * @param toPixels where a place is drawn at the present zoom.
 * @param apart pixels that two spots keep between them.
 */
export function clusterPlaces(
  places: readonly Place[],
  toPixels: (place: Place) => { x: number; y: number },
  apart: number,
): Cluster[] {
  const clusters: { cluster: Cluster; x: number; y: number }[] = []
  for (const place of places) {
    const { x, y } = toPixels(place)
    const near = clusters.find((each) => Math.hypot(each.x - x, each.y - y) < apart)
    if (near) near.cluster.push(place)
    else clusters.push({ cluster: [place], x, y })
  }
  return clusters.map(({ cluster }) => cluster)
}
