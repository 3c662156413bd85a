import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { PlaceMap, WijkLocator } from '@/components/WijkLocator'
import type { Aanbod } from '@/lib/api/types'
import { findOutline } from '@/lib/wijken/outlines'
import { whereOf, wijkOf } from '@/lib/wording/where'
import { Part } from './Story'

/** The place in words and on the patchwork; a street map is a link away, not a load away. */
export function Place({ aanbod }: { aanbod: Aanbod }) {
  const { t, language } = useTranslation()
  const { locatie } = aanbod
  if (!locatie) return null
  const wijk = wijkOf(aanbod)
  const { lat, lon } = locatie
  const point = lat != null && lon != null ? { lat, lon } : undefined
  const name = findOutline(wijk)?.naam
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
          {point && (
            <p className="sk-noprint">
              <a
                className="ams-link"
                rel="noreferrer"
                href={`https://www.openstreetmap.org/?mlat=${point.lat}&mlon=${point.lon}#map=17/${point.lat}/${point.lon}`}
              >
                {t('aanbod.stratenkaart')}
              </a>
            </p>
          )}
        </div>
      </div>
    </Part>
  )
}
