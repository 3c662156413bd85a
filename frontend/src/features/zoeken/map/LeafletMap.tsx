import { useNavigate } from '@tanstack/react-router'
import type { Translate } from '@/i18n'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { config } from '@/lib/config'
import { outlines, unproject, type Outline } from '@/lib/wijken/outlines'
import type { Place } from './places'
import { placePopup } from './placePopup'
import { useWijkGrenzen } from './wijkGrenzen'

interface Props {
  places: Place[]
  wijken: string[]
  pointed: string | null
  onPoint: (slug: string | null) => void
}

/** Leaflet behind React: one map for as long as the page lives, its layers follow the props. */
export default function LeafletMap({ places, wijken, pointed, onPoint }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<L.Map | null>(null)
  const markers = useRef(new Map<string, L.Marker>())
  const navigate = useNavigate()
  const grenzen = useWijkGrenzen().data

  useEffect(() => {
    if (!frame.current) return
    const created = createMap(frame.current, {
      zoomIn: t('kaart.inzoomen'),
      zoomOut: t('kaart.uitzoomen'),
    })
    setMap(created)
    return () => {
      created.remove()
      setMap(null)
    }
  }, [t])

  useEffect(() => {
    if (!map || !grenzen) return
    const layer = L.geoJSON(grenzen, {
      interactive: false,
      style: (feature) => {
        const chosen = wijken.includes(
          String((feature?.properties as { code?: string } | undefined)?.code),
        )
        return { className: chosen ? 'sk-map__wijk sk-map__wijk--chosen' : 'sk-map__wijk' }
      },
    })
    layer.addTo(map).bringToBack()
    return () => {
      layer.remove()
    }
  }, [map, grenzen, wijken.join()]) // eslint-disable-line react-hooks/exhaustive-deps -- the codes, not the array

  const placeKeys = places.map(({ key, aanbod }) => `${key}:${aanbod.length}`).join()
  useEffect(() => {
    if (!map) return
    const open = (slug: string) => void navigate({ to: '/aanbod/$slug', params: { slug } })
    const shown = places.map((place) => {
      const name = markerName(place, t)
      const marker = L.marker([place.lat, place.lon], {
        icon: iconFor(place),
        title: name,
        alt: name,
      })
      marker.bindPopup(() => placePopup(place, open), { maxWidth: 260, closeButton: true })
      marker.addTo(map)
      nameMarker(marker, name)
      const slug = place.aanbod[0]?.slug ?? null
      marker.on('mouseover focus', () => {
        onPoint(slug)
      })
      marker.on('mouseout blur', () => {
        onPoint(null)
      })
      for (const { slug: each } of place.aanbod) markers.current.set(each, marker)
      return marker
    })
    frameOn(map, places)
    const known = markers.current
    return () => {
      for (const marker of shown) marker.remove()
      known.clear()
    }
  }, [map, placeKeys]) // eslint-disable-line react-hooks/exhaustive-deps -- only when the places differ

  useEffect(() => {
    const marker = pointed === null ? undefined : markers.current.get(pointed)
    const element = marker?.getElement()
    element?.setAttribute('data-pointed', 'true')
    marker?.setZIndexOffset(1000)
    return () => {
      element?.removeAttribute('data-pointed')
      marker?.setZIndexOffset(0)
    }
  }, [pointed])

  return (
    <div ref={frame} className="sk-map__frame" role="region" aria-label={t('kaart.bediening')} />
  )
}

function createMap(element: HTMLElement, titles: { zoomIn: string; zoomOut: string }): L.Map {
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
  map.fitBounds(L.latLngBounds(homeBounds()))
  return map
}

const NAMES_FROM = 12.5

/** Names for eyes only: the list says in which wijk each place is. */
function nameWijk(map: L.Map, { nx, ny, naam }: Outline) {
  const { lat, lon } = unproject(nx, ny)
  const html = document.createElement('span')
  html.textContent = naam
  const icon = L.divIcon({ className: 'sk-map__name', html, iconSize: [120, 16] })
  const label = L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(map)
  label.getElement()?.setAttribute('aria-hidden', 'true')
}

/** Around the places; without any, around where people live. */
function frameOn(map: L.Map, places: Place[]) {
  const points = places.map(({ lat, lon }): [number, number] => [lat, lon])
  map.fitBounds(L.latLngBounds(points.length > 0 ? points : homeBounds()), {
    padding: [36, 36],
    maxZoom: 14,
    animate: false,
  })
}

function homeBounds(): [number, number][] {
  return outlines.map(({ x, y }) => {
    const { lat, lon } = unproject(x, y)
    return [lat, lon]
  })
}

function iconFor({ aanbod }: Place): L.DivIcon {
  return L.divIcon({
    className: 'sk-map__marker',
    html: aanbod.length > 1 ? String(aanbod.length) : '',
    iconSize: [30, 30],
    popupAnchor: [0, -12],
  })
}

/** Leaflet gives a name to markers that are images only. */
function nameMarker(marker: L.Marker, name: string) {
  const element = marker.getElement()
  element?.setAttribute('aria-label', name)
  element?.setAttribute('role', 'button')
}

function markerName({ naam, aanbod }: Place, t: Translate): string {
  const first = aanbod[0]?.titel ?? ''
  if (aanbod.length === 1) return naam ? `${first}, ${naam}` : first
  return t('kaart.plekMet', { plek: naam ?? first, count: aanbod.length })
}
