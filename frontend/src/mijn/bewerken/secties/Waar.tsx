import { MapPin } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Checkbox } from '@/components/ams'
import { MapBoundary } from '@/components/map/MapBoundary'
import { PlekField } from '@/components/PlekField'
import { WijkLocator } from '@/components/WijkLocator'
import type { Adres, Bewerking } from '@/lib/api/types'
import { config } from '@/lib/config'
import { announce } from '@/lib/navigation/announce'
import { findOutline, outlines } from '@/lib/wijken/outlines'
import type { Locatie } from '../inhoud'
import { idOf, useEditor } from '../velden/editor'
import { Keuze } from '../velden/Keuze'
import { Opties } from '../velden/Opties'
import { Deel } from '../velden/Tekst'
import { Sectie } from './Sectie'
import '@/components/map/map.css'

const PinMap = lazy(() => import('../plek/PinMap'))

/** Where it is, found by its address or pointed at, and for which wijken it is. */
export function Waar({ plek }: { plek: Bewerking['plek'] }) {
  const { t } = useTranslation()
  const { inhoud, set, faultOf } = useEditor()
  const locatie: Locatie = inhoud.locatie ?? {}
  const fault = faultOf('locatie')

  const change = (given: Partial<Locatie>) => {
    set('locatie', { ...locatie, ...given })
  }
  // The outlines say in which wijk a point lies; what stood there before means nothing then.
  const point = (given: { lat: number; lon: number }) => {
    change({ ...given, wijk: null })
    announce(t('bewerk.plek.speldStaat'))
  }
  function choose({ soort, label, punt, wijk }: Adres) {
    const place = { plaats: locatie.plaats ?? config.gemeente }
    if (soort === 'straat') change({ ...place, straat: label, ...punt, wijk: null })
    else if (soort === 'postcode') change({ ...place, postcode: label, ...punt, wijk: null })
    else change({ ...place, ...punt, wijk: wijk ?? null })
    announce(t('bewerk.plek.gevonden', { plek: label }))
    document.getElementById(idOf('locatie.straat'))?.focus()
  }

  return (
    <Sectie naam="waar">
      <Keuze veld="vormen" />
      <fieldset id={idOf('locatie')} className="sk-bewerk__fields" tabIndex={-1}>
        <legend>{t('bewerk.veld.locatie')}</legend>
        {fault && <p className="sk-field__fault">{fault}</p>}
        <p className="sk-small sk-muted">{t('bewerk.hulp.locatie')}</p>
        <PlekField onChoose={choose} />
        <Deel veld="locatie" deel="naam" zegt="plekNaam" />
        <Deel veld="locatie" deel="straat" zegt="straat" />
        <div className="sk-bewerk__pair">
          <Deel veld="locatie" deel="postcode" zegt="postcode" />
          <Deel veld="locatie" deel="plaats" zegt="plaats" />
        </div>
        <Pin
          locatie={locatie}
          onPoint={point}
          onRemove={() => {
            change({ lat: null, lon: null })
          }}
        />
        <Lies plek={plek} />
        <Checkbox
          checked={locatie.geheim ?? false}
          onChange={() => {
            change({ geheim: !locatie.geheim })
          }}
          aria-describedby="geheim-uitleg"
        >
          {t('bewerk.plek.geheim')}
        </Checkbox>
        <p id="geheim-uitleg" className="sk-small sk-muted">
          {t('bewerk.plek.geheimUitleg')}
        </p>
      </fieldset>
      <Werkgebied />
      <Keuze veld="toegankelijkheid" />
    </Sectie>
  )
}

interface PinProps {
  locatie: Locatie
  onPoint: (point: { lat: number; lon: number }) => void
  onRemove: () => void
}

function Pin({ locatie: { lat, lon }, onPoint, onRemove }: PinProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const point = lat != null && lon != null ? { lat, lon } : null
  return (
    <div className="sk-pin">
      <div className="sk-pin__ways">
        <Button
          variant="secondary"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
          }}
        >
          <MapPin className="sk-icon" />
          {t(open ? 'bewerk.plek.verbergKaart' : 'bewerk.plek.toonKaart')}
        </Button>
        {point && (
          <button
            type="button"
            className="sk-link-button"
            onClick={() => {
              onRemove()
              announce(t('bewerk.plek.speldWeg'))
            }}
          >
            {t('bewerk.plek.haalSpeldWeg')}
          </button>
        )}
      </div>
      {open && (
        <div className="sk-map">
          <p id="speld-uitleg" className="sk-small sk-muted">
            {t('bewerk.plek.speldUitleg')}
          </p>
          <MapBoundary fallback={<p className="sk-map__frame">{t('kaart.mislukt')}</p>}>
            <Suspense fallback={<div className="sk-map__frame" />}>
              <PinMap point={point} onPoint={onPoint} />
            </Suspense>
          </MapBoundary>
        </div>
      )}
    </div>
  )
}

/** In which wijk that is, as residents will find it. */
function Lies({ plek }: { plek: Bewerking['plek'] }) {
  const { t } = useTranslation()
  if (!plek) return null
  const wijk = findOutline(plek.wijk)
  return (
    <div className="sk-pin__wijk">
      {wijk && <WijkLocator wijk={wijk.code} />}
      <div role="status">
        <p>{wijk ? t('bewerk.plek.wijk', { wijk: wijk.naam }) : t('bewerk.plek.geenWijk')}</p>
        {plek.opmerkingen.map((each) => (
          <p key={each} className="sk-small sk-muted">
            {each}
          </p>
        ))}
      </div>
    </div>
  )
}

const WIJKEN = [...outlines]
  .sort((one, other) => one.naam.localeCompare(other.naam, 'nl'))
  .map(({ code, naam }) => ({ code, label: naam }))

function Werkgebied() {
  const { t } = useTranslation()
  const { inhoud, set, faultOf } = useEditor()
  const { werkgebied } = inhoud
  // To say 'a few wijken' comes before saying which.
  const [some, setSome] = useState(Array.isArray(werkgebied))
  const chosen = werkgebied === 'stadsbreed' ? 'stadsbreed' : some ? 'wijken' : 'onbekend'
  return (
    <>
      <Opties
        id={idOf('werkgebied')}
        label={t('bewerk.veld.werkgebied')}
        options={[
          {
            code: 'stadsbreed',
            label: t('bewerk.gebied.stadsbreed', { gemeente: config.gemeente }),
          },
          { code: 'wijken', label: t('bewerk.gebied.wijken') },
          { code: 'onbekend', label: t('bewerk.gebied.onbekend') },
        ]}
        chosen={[chosen]}
        fault={faultOf('werkgebied')}
        required
        onChoose={([code]) => {
          setSome(code === 'wijken')
          set('werkgebied', code === 'stadsbreed' ? code : null)
        }}
      />
      {chosen === 'wijken' && (
        <Opties
          id={idOf('wijken')}
          label={t('bewerk.gebied.wijken')}
          options={WIJKEN}
          many
          chosen={Array.isArray(werkgebied) ? werkgebied : []}
          onChoose={(wijken) => {
            set('werkgebied', wijken)
          }}
        />
      )}
    </>
  )
}
