import L from 'leaflet'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '@/i18n'
import { createMap } from '@/components/map/createMap'
import { addOutlines } from '@/components/map/outlineLayer'
import { config } from '@/lib/config'
import { useWijkGrenzen } from '@/components/map/wijkGrenzen'

interface Point {
  lat: number
  lon: number
}

interface Props {
  point: Point | null
  onPoint: (point: Point) => void
}

/** About twenty metres, and with Shift ten times that. */
const STEP = 0.0002
const FAR = 10
// Without streets there is only the wijk to see, and that takes some distance.
const CLOSE = config.mapTiles ? 15 : 13
const STEPS: Record<string, [number, number]> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowLeft: [0, -1.6],
  ArrowRight: [0, 1.6],
}

/** A map to point at one place: by dragging, by pressing, or with the arrows on the keyboard. */
export default function PinMap({ point, onPoint }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const pin = useRef<L.Marker>(null)
  const [map, setMap] = useState<L.Map | null>(null)
  const grenzen = useWijkGrenzen().data
  const onMove = useEffectEvent(({ lat, lng }: L.LatLng) => {
    onPoint({ lat: round(lat), lon: round(lng) })
  })

  useEffect(() => {
    if (!frame.current) return
    const titles = { zoomIn: t('kaart.inzoomen'), zoomOut: t('kaart.uitzoomen') }
    const created = createMap(frame.current, titles)
    created.on('click', ({ latlng }) => {
      onMove(latlng)
    })
    setMap(created)
    return () => {
      created.remove()
      setMap(null)
    }
  }, [t])

  useEffect(() => {
    if (!map || !grenzen) return
    const layer = addOutlines(map, grenzen, [])
    return () => {
      layer.remove()
    }
  }, [map, grenzen])

  const { lat, lon } = point ?? {}
  useEffect(() => {
    if (!map || lat === undefined || lon === undefined) return
    const at = L.latLng(lat, lon)
    if (!map.getBounds().pad(-0.1).contains(at) || map.getZoom() < CLOSE - 2)
      map.setView(at, Math.max(map.getZoom(), CLOSE), { animate: false })
  }, [map, lat, lon])

  const known = lat !== undefined
  useEffect(() => {
    if (!map || !known) return
    const marker = L.marker(map.getCenter(), { icon: PIN, draggable: true, keyboard: false })
    marker.addTo(map)
    marker.on('dragend', () => {
      onMove(marker.getLatLng())
    })
    marker.getElement()?.setAttribute('aria-hidden', 'true')
    pin.current = marker
    return () => {
      pin.current = null
      marker.remove()
    }
  }, [map, known])

  useEffect(() => {
    if (lat !== undefined && lon !== undefined) pin.current?.setLatLng([lat, lon])
  }, [map, lat, lon, known])

  /** Walks with the pin; without one yet it is put in the middle first. */
  function walk(event: KeyboardEvent) {
    const step = STEPS[event.key]
    if (!step || !map) return
    event.preventDefault()
    event.stopPropagation()
    const from = point ? L.latLng(point.lat, point.lon) : map.getCenter()
    const size = point ? STEP * (event.shiftKey ? FAR : 1) : 0
    onPoint({ lat: round(from.lat + step[0] * size), lon: round(from.lng + step[1] * size) })
  }

  return (
    <div
      role="application"
      aria-label={t('bewerk.plek.kaart')}
      aria-describedby="speld-uitleg"
      onKeyDownCapture={walk}
    >
      <div ref={frame} className="sk-map__frame" />
    </div>
  )
}

const PIN = L.divIcon({ className: 'sk-map__marker', html: '', iconSize: [30, 30] })
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
