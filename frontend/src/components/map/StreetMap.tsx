import { lazy, Suspense } from 'react'
import { useTranslation } from '@/i18n'
import { useHydrated } from '@/lib/navigation/useHydrated'
import { MapBoundary } from './MapBoundary'
import type { Place } from './places'
import './map.css'

const LeafletMap = lazy(() => import('./LeafletMap'))

interface Props {
  places: Place[]
  /** Codes of the wijken to fill. */
  wijken: string[]
  pointed?: string | null
  onPoint?: (slug: string | null) => void
}

/** A map whose code comes when it is drawn; what stands around it says the same in words. */
export function StreetMap({ places, wijken, pointed = null, onPoint }: Props) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  return (
    <MapBoundary fallback={<p className="sk-map__frame">{t('kaart.mislukt')}</p>}>
      <Suspense fallback={<div className="sk-map__frame" />}>
        {hydrated ? (
          <LeafletMap places={places} wijken={wijken} pointed={pointed} onPoint={onPoint} />
        ) : (
          <div className="sk-map__frame" />
        )}
      </Suspense>
    </MapBoundary>
  )
}
