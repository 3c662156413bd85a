import type { Feature, FeatureCollection } from 'geojson'
import L from 'leaflet'

/** The wijken as lines, with the chosen ones filled. */
export function addOutlines(map: L.Map, grenzen: FeatureCollection, chosen: string[]): L.GeoJSON {
  const isChosen = (feature: Feature | undefined) =>
    chosen.includes(String((feature?.properties as { code?: string } | null)?.code))
  const layer = L.geoJSON(grenzen, {
    interactive: false,
    style: (feature) => ({
      className: isChosen(feature) ? 'sk-map__wijk sk-map__wijk--chosen' : 'sk-map__wijk',
    }),
  })
  return layer.addTo(map).bringToBack()
}
