import { Bike, BusFront, Footprints, type LucideIcon } from 'lucide-react'
import { useTranslation } from '@/i18n'

interface Props {
  point: { lat: number; lon: number }
}

const OSM = 'https://www.openstreetmap.org/directions'

/** Ways to get there, planned by others: plain links, which tell them nothing but the place. */
export function Route({ point }: Props) {
  const { t } = useTranslation()
  const to = `to=${encodeURIComponent(`${point.lat},${point.lon}`)}`
  return (
    <div className="sk-route sk-noprint">
      <p>
        <strong>{t('route.titel')}</strong>
      </p>
      <ul className="sk-route__ways">
        <Way icon={Footprints} href={`${OSM}?engine=fossgis_osrm_foot&${to}`}>
          {t('route.lopend')}
        </Way>
        <Way icon={Bike} href={`${OSM}?engine=fossgis_osrm_bike&${to}`}>
          {t('route.fiets')}
        </Way>
        <Way icon={BusFront} href="https://9292.nl/">
          {t('route.ov')}
        </Way>
      </ul>
      <p className="sk-small sk-muted">{t('route.andereSite')}</p>
    </div>
  )
}

function Way({ icon: Icon, href, children }: { icon: LucideIcon; href: string; children: string }) {
  return (
    <li>
      <Icon className="sk-icon" />
      <a href={href} className="ams-link" rel="noreferrer">
        {children}
      </a>
    </li>
  )
}
