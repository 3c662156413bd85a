import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { config } from '@/lib/config'
import { outlines, unproject, type Outline } from '@/lib/wijken/outlines'
import type { Place } from './places'

/** Below this zoom the names of the small wijken would lie over each other. */
const NAMES_FROM = 12.5

export function createMap(
  element: HTMLElement,
  titles: { zoomIn: string; zoomOut: string },
): L.Map {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: Boolean(config.mapTiles),
    // The page must keep scrolling under the wheel and the thumb.
    scrollWheelZoom: false,
    dragging: !L.Browser.mobile,
    minZoom: 10,
    maxZoom: 17,
    zoomSnap: 0.5,
    zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  L.control.zoom({ zoomInTitle: titles.zoomIn, zoomOutTitle: titles.zoomOut }).addTo(map)
  if (config.mapTiles)
    L.tileLayer(config.mapTiles, { attribution: config.mapAttribution }).addTo(map)
  for (const wijk of outlines) nameWijk(map, wijk)
  map.on('zoomend', () => {
    element.toggleAttribute('data-far', map.getZoom() < NAMES_FROM)
  })
  frameOn(map, [])
  return map
}

/** Shows all places, clear of the zoom buttons; without any, where people live. */
export function frameOn(map: L.Map, places: Place[]) {
  const points = places.map(({ lat, lon }): [number, number] => [lat, lon])
  map.fitBounds(L.latLngBounds(points.length > 0 ? points : home()), {
    paddingTopLeft: [68, 40],
    paddingBottomRight: [32, 28],
    maxZoom: 14,
    animate: false,
  })
}

function home(): [number, number][] {
  return outlines.map(({ x, y }) => {
    const { lat, lon } = unproject(x, y)
    return [lat, lon]
  })
}

const NO_HANDS = { interactive: false, keyboard: false, zIndexOffset: -1000 }

/** Names for eyes only: the list says in which wijk each place is. */
function nameWijk(map: L.Map, { nx, ny, naam }: Outline) {
  const html = document.createElement('span')
  html.textContent = naam
  const icon = L.divIcon({ className: 'sk-map__name', html, iconSize: [120, 16] })
  const { lat, lon } = unproject(nx, ny)
  const label = L.marker([lat, lon], { icon, ...NO_HANDS }).addTo(map)
  label.getElement()?.setAttribute('aria-hidden', 'true')
}
