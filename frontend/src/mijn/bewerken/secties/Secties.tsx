import { useTranslation } from '@/i18n'
import { idOf, useEditor } from '../velden/editor'
import { Keuze } from '../velden/Keuze'
import { Opties } from '../velden/Opties'
import { Deel, Getal, Tekst } from '../velden/Tekst'
import { Zeker } from '../velden/Zeker'
import { Meer, Sectie, sectieId } from './Sectie'

export function Wat() {
  return (
    <Sectie naam="wat">
      <Tekst veld="titel" advised={60} />
      <Tekst veld="samenvatting" lines={3} advised={200} />
      <Keuze veld="soort" />
      <Keuze veld="ambities" />
      <Keuze veld="themas" />
      <Tekst veld="beschrijving" lines={7} />
      <Meer over="wat">
        <Tekst veld="watLevertHetOp" lines={3} />
        <Keuze veld="niveau" />
      </Meer>
    </Sectie>
  )
}

export function VoorWie() {
  const { t } = useTranslation()
  return (
    <Sectie naam="voorWie">
      <Keuze veld="openVoor" />
      <Keuze veld="doelgroepen" />
      <Tekst veld="doelgroepToelichting" lines={3} />
      <Meer over="voorWie">
        <fieldset className="sk-bewerk__pair" aria-describedby="leeftijd-hulp">
          <legend>{t('bewerk.veld.leeftijd')}</legend>
          <p id="leeftijd-hulp" className="sk-small sk-muted">
            {t('bewerk.hulp.leeftijd')}
          </p>
          <Getal veld="leeftijdVan" />
          <Getal veld="leeftijdTot" />
        </fieldset>
        <Tekst veld="nietVoor" lines={2} />
        <Keuze veld="talen" />
      </Meer>
    </Sectie>
  )
}

export function Meedoen() {
  const { inhoud } = useEditor()
  const referred = inhoud.aanmelden === 'verwijzing' || inhoud.aanmelden === 'besluit'
  return (
    <Sectie naam="meedoen">
      <Zeker groepen={['kosten', 'capaciteit']} over={sectieId('meedoen')} />
      <Keuze veld="aanmelden" />
      {(referred || inhoud.wieVerwijst) && <Tekst veld="wieVerwijst" lines={2} />}
      <Keuze veld="kosten" />
      <Tekst veld="kostenToelichting" lines={2} />
      <Tekst veld="eersteKeer" lines={4} />
      <Meer over="meedoen">
        <Tekst veld="meebrengen" lines={2} />
        <Keuze veld="capaciteit" />
        {(inhoud.capaciteit === 'wachtlijst' || inhoud.wachttijd) && <Tekst veld="wachttijd" />}
      </Meer>
    </Sectie>
  )
}

export function ContactSectie() {
  const { t } = useTranslation()
  return (
    <Sectie naam="contact">
      <p className="sk-muted">{t('bewerk.hulp.contact')}</p>
      <Zeker groepen={['contact']} over={sectieId('contact')} />
      <Deel veld="contact" deel="naam" zegt="contactNaam" />
      <Deel veld="contact" deel="telefoon" zegt="contactTelefoon" type="tel" autoComplete="off" />
      <Deel veld="contact" deel="email" zegt="contactEmail" type="email" autoComplete="off" />
      <Deel veld="contact" deel="website" zegt="contactWebsite" type="url" autoComplete="off" />
    </Sectie>
  )
}

export function Helpen() {
  const { t } = useTranslation()
  const { inhoud, set, faultOf } = useEditor()
  const { vrijwilligersGezocht: sought } = inhoud
  return (
    <Sectie naam="helpen">
      <Opties
        id={idOf('vrijwilligersGezocht')}
        label={t('bewerk.veld.vrijwilligersGezocht')}
        options={[
          { code: 'ja', label: t('bewerk.ja') },
          { code: 'nee', label: t('bewerk.nee') },
        ]}
        chosen={typeof sought === 'boolean' ? [sought ? 'ja' : 'nee'] : []}
        fault={faultOf('vrijwilligersGezocht')}
        onChoose={([code]) => {
          set('vrijwilligersGezocht', code ? code === 'ja' : null)
        }}
      />
      {sought && (
        <>
          <Tekst veld="vrijwilligersTekst" lines={3} />
          <Keuze veld="inzet" />
        </>
      )}
    </Sectie>
  )
}

const INTERVALS = ['1', '3', '6', '12'] as const

export function Bijhouden() {
  const { t } = useTranslation()
  const { inhoud, set, faultOf } = useEditor()
  return (
    <Sectie naam="bijhouden">
      <Opties
        id={idOf('intervalMaanden')}
        label={t('bewerk.veld.intervalMaanden')}
        hint={t('bewerk.hulp.intervalMaanden')}
        options={INTERVALS.map((code) => ({ code, label: t(`bewerk.maanden.${code}`) }))}
        chosen={[String(inhoud.intervalMaanden ?? 6)]}
        fault={faultOf('intervalMaanden')}
        required
        onChoose={([code]) => {
          set('intervalMaanden', Number(code ?? 6))
        }}
      />
    </Sectie>
  )
}
