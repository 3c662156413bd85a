import L from 'leaflet'
import type { Translate, Translator } from '@/i18n'
import { placePopup } from './placePopup'
import type { Cluster, Place } from './places'

interface Behaviour {
  translator: Translator
  onPoint?: ((slug: string | null) => void) | undefined
  onOpen: (slug: string) => void
}

/** A spot on the map that works as a button: it opens a list of what is there. */
export function addMarker(
  map: L.Map,
  cluster: Cluster,
  { translator: { t, code }, onPoint, onOpen }: Behaviour,
): L.Marker {
  const aanbod = cluster.flatMap((place) => place.aanbod)
  const name = nameOf(cluster, aanbod.length, t)
  const [{ lat, lon }] = cluster
  if (aanbod.length === 0) return addPin(map, cluster[0])
  const marker = L.marker([lat, lon], { icon: iconFor(aanbod.length), title: name, alt: name })
  marker.bindPopup(() => placePopup(cluster, code, onOpen), { maxWidth: 260, maxHeight: 280 })
  marker.addTo(map)
  // Leaflet names only markers that are images.
  const element = marker.getElement()
  element?.setAttribute('aria-label', name)
  element?.setAttribute('role', 'button')
  marker.on('popupopen', ({ popup }) => {
    guidePopup(popup.getElement(), marker, t)
  })
  const slug = aanbod[0]?.slug ?? null
  marker.on('mouseover focus', () => {
    onPoint?.(slug)
  })
  marker.on('mouseout blur', () => {
    onPoint?.(null)
  })
  return marker
}

/** A place of which nothing more is to tell; the words beside the map name it. */
function addPin(map: L.Map, { lat, lon }: Place): L.Marker {
  const pin = L.marker([lat, lon], { icon: iconFor(0), interactive: false, keyboard: false })
  pin.addTo(map)
  pin.getElement()?.setAttribute('aria-hidden', 'true')
  return pin
}

/** Opened with the keyboard, the list takes the focus; Escape gives it back to the spot. */
function guidePopup(popup: HTMLElement | undefined, marker: L.Marker, t: Translate) {
  const close = popup?.querySelector('.leaflet-popup-close-button')
  close?.setAttribute('aria-label', t('kaart.sluit'))
  if (document.activeElement === marker.getElement()) {
    popup?.querySelector<HTMLElement>('.leaflet-popup-content a')?.focus({ preventScroll: true })
  }
  popup?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    marker.closePopup()
    marker.getElement()?.focus({ preventScroll: true })
  })
}

function iconFor(count: number): L.DivIcon {
  return L.divIcon({
    className: 'sk-map__marker',
    html: count > 1 ? String(count) : '',
    iconSize: [30, 30],
    popupAnchor: [0, -12],
  })
}

function nameOf(cluster: Cluster, count: number, t: Translate): string {
  const [{ naam, aanbod }, ...others] = cluster
  const first = aanbod[0]?.titel ?? ''
  if (others.length > 0) return t('kaart.plekkenMet', { plekken: cluster.length, count })
  if (count === 1) return naam ? `${first}, ${naam}` : first
  return t('kaart.plekMet', { plek: naam ?? first, count })
}
