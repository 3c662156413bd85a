import { lazy, Suspense } from 'react'
import { useTranslation } from '@/i18n'
import { useHydrated } from '@/lib/navigation/useHydrated'
import type { Resultaat } from '@/lib/api/types'
import { findOutline } from '@/lib/wijken/outlines'
import { MapBoundary } from './MapBoundary'
import { placesOf } from './places'
import type { MapFold } from './useMapFolded'
import './MapCompanion.css'

const LeafletMap = lazy(() => import('./LeafletMap'))

interface Props {
  map: MapFold
  resultaten: Resultaat[]
  /** Codes or slugs of the chosen wijken. */
  wijken: string[]
  pointed: string | null
  onPoint: (slug: string | null) => void
}

/** The results on a map, beside the list; the list says everything that the map shows. */
export function MapCompanion({ map, resultaten, wijken, pointed, onPoint }: Props) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  if (map.state === 'dicht') return null
  const places = placesOf(resultaten)
  const elsewhere = resultaten.length - places.reduce((sum, place) => sum + place.aanbod.length, 0)
  const chosen = wijken.flatMap((wijk) => findOutline(wijk)?.code ?? [])
  return (
    <section className="sk-map" aria-label={t('kaart.titel')}>
      <MapBoundary fallback={<p className="sk-map__frame">{t('kaart.mislukt')}</p>}>
        <Suspense fallback={<div className="sk-map__frame" />}>
          {hydrated ? (
            <LeafletMap places={places} wijken={chosen} pointed={pointed} onPoint={onPoint} />
          ) : (
            <div className="sk-map__frame" />
          )}
        </Suspense>
      </MapBoundary>
      <p className="sk-map__note">
        {elsewhere > 0 && t('kaart.zonderPlek', { count: elsewhere })} {t('kaart.bron')}
      </p>
    </section>
  )
}
