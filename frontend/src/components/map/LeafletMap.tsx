import { useNavigate } from '@tanstack/react-router'
import type L from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { createMap, frameOn } from './createMap'
import { addMarker } from './markers'
import { clusterPlaces, type Place } from './places'
import { addOutlines } from './outlineLayer'
import { useWijkGrenzen } from './wijkGrenzen'

interface Props {
  places: Place[]
  wijken: string[]
  pointed: string | null
  onPoint?: ((slug: string | null) => void) | undefined
}

const APART = 36

/** Leaflet behind React: one map for as long as the page lives, its layers follow the props. */
export default function LeafletMap({ places, wijken, pointed, onPoint }: Props) {
  const translator = useTranslation()
  const { t } = translator
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<L.Map | null>(null)
  const [zoom, setZoom] = useState(0)
  const markers = useRef(new Map<string, L.Marker>())
  const navigate = useNavigate()
  const grenzen = useWijkGrenzen().data

  useEffect(() => {
    if (!frame.current) return
    const titles = { zoomIn: t('kaart.inzoomen'), zoomOut: t('kaart.uitzoomen') }
    const created = createMap(frame.current, titles)
    created.on('zoomend', () => {
      setZoom(created.getZoom())
    })
    setMap(created)
    return () => {
      created.remove()
      setMap(null)
    }
  }, [t])

  // Arrays are new at every drawing; what they hold decides whether the layers change.
  const chosen = wijken.join()
  useEffect(() => {
    if (!map || !grenzen) return
    const layer = addOutlines(map, grenzen, chosen.split(','))
    return () => {
      layer.remove()
    }
  }, [map, grenzen, chosen])

  const shown = places
    .map(({ key, aanbod }) => `${key}:${aanbod.map(({ slug }) => slug).join()}`)
    .join()
  useEffect(() => {
    if (map) frameOn(map, places)
  }, [map, shown]) // eslint-disable-line react-hooks/exhaustive-deps -- `shown` stands for `places`

  useEffect(() => {
    if (!map) return
    const known = markers.current
    const clusters = clusterPlaces(places, ({ lat, lon }) => map.project([lat, lon]), APART)
    const added = clusters.map((cluster) => {
      const marker = addMarker(map, cluster, {
        translator,
        onPoint,
        onOpen: (slug) => void navigate({ to: '/aanbod/$slug', params: { slug } }),
      })
      for (const { aanbod } of cluster) for (const { slug } of aanbod) known.set(slug, marker)
      return marker
    })
    return () => {
      for (const marker of added) marker.remove()
      known.clear()
    }
  }, [map, zoom, shown]) // eslint-disable-line react-hooks/exhaustive-deps -- as above

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
