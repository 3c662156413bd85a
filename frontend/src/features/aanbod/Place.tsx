import { Map as MapIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, UnorderedList } from '@/components/ams'
import { Dutch } from '@/components/Dutch'
import { StreetMap } from '@/components/map/StreetMap'
import { PlaceMap, WijkLocator } from '@/components/WijkLocator'
import type { Aanbod } from '@/lib/api/types'
import { findOutline } from '@/lib/wijken/outlines'
import type { LabelOf } from '@/lib/wording/labels'
import { whereOf, wijkOf } from '@/lib/wording/where'
import { accessOf } from './access'
import { Route } from './Route'
import { Part } from './Story'

/** The place in words and on the patchwork; the map with streets comes when it is asked for. */
export function Place({ aanbod, labelOf }: { aanbod: Aanbod; labelOf: LabelOf }) {
  const { t, language } = useTranslation()
  const { locatie } = aanbod
  if (!locatie) return null
  const wijk = wijkOf(aanbod)
  const { lat, lon } = locatie
  const point = lat != null && lon != null ? { lat, lon } : undefined
  const name = findOutline(wijk)?.naam
  const access = accessOf(aanbod).ofPlace
  return (
    <Part title={t('aanbod.plekOpKaart')}>
      <div className="sk-place">
        {point ? <PlaceMap wijk={wijk} point={point} /> : <WijkLocator wijk={wijk} />}
        <div className="sk-place__words">
          <address>
            <strong>
              <Dutch>{locatie.naam ?? whereOf(aanbod, t, language)}</Dutch>
            </strong>
            {locatie.straat && (
              <span>
                <Dutch>{locatie.straat}</Dutch>
              </span>
            )}
            {(locatie.postcode ?? locatie.plaats) && (
              <span>
                <Dutch>
                  {locatie.postcode} {locatie.plaats}
                </Dutch>
              </span>
            )}
          </address>
          {name && <p className="sk-muted">{t('aanbod.inWijk', { wijk: name })}</p>}
        </div>
      </div>
      {access.length > 0 && (
        <UnorderedList>
          {access.map((code) => (
            <UnorderedList.Item key={code}>{labelOf('toegankelijkheid', code)}</UnorderedList.Item>
          ))}
        </UnorderedList>
      )}
      {point && <Route point={point} />}
      {point && <FoldedMap point={point} wijk={wijk} />}
    </Part>
  )
}

interface MapProps {
  point: { lat: number; lon: number }
  wijk: string | null
}

function FoldedMap({ point, wijk }: MapProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const code = findOutline(wijk)?.code
  return (
    <div className="sk-place__map sk-script sk-noprint">
      <Button
        variant="secondary"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <MapIcon className="sk-icon" />
        {t(open ? 'kaart.verberg' : 'kaart.toon')}
      </Button>
      {open && (
        <div className="sk-map">
          <StreetMap
            places={[{ key: 'hier', ...point, naam: null, aanbod: [] }]}
            wijken={code ? [code] : []}
          />
          <p className="sk-map__note">
            {t('kaart.bron')}{' '}
            <a
              className="ams-link"
              rel="noreferrer"
              href={`https://www.openstreetmap.org/?mlat=${point.lat}&mlon=${point.lon}#map=17/${point.lat}/${point.lon}`}
            >
              {t('aanbod.stratenkaart')}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
