import { useTranslation } from '@/i18n'
import { placesOf } from '@/components/map/places'
import { StreetMap } from '@/components/map/StreetMap'
import type { Resultaat } from '@/lib/api/types'
import { findOutline } from '@/lib/wijken/outlines'
import type { MapFold } from './useMapFolded'
import './MapCompanion.css'

interface Props {
  map: MapFold
  resultaten: Resultaat[]
  /** Codes or slugs of the chosen wijken. */
  wijken: string[]
  pointed: string | null
  onPoint: (slug: string | null) => void
}

/** The results on a map, beside the list; the list says everything that the map shows. */
export function MapCompanion({ resultaten, wijken, pointed, onPoint }: Props) {
  const { t } = useTranslation()
  const places = placesOf(resultaten)
  const elsewhere = resultaten.length - places.reduce((sum, place) => sum + place.aanbod.length, 0)
  const chosen = wijken.flatMap((wijk) => findOutline(wijk)?.code ?? [])
  return (
    <section className="sk-map sk-companion" aria-label={t('kaart.titel')}>
      <StreetMap places={places} wijken={chosen} pointed={pointed} onPoint={onPoint} />
      <p className="sk-map__note">
        {elsewhere > 0 && t('kaart.zonderPlek', { count: elsewhere })} {t('kaart.bron')}
      </p>
    </section>
  )
}
