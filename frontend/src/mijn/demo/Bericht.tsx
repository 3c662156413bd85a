import { useTranslation } from '@/i18n'
import type { DemoBericht } from '@/lib/api/types'

type Knop = DemoBericht['knoppen'][number]

/** A mail, folded to who it is for and what it is about. */
export function Bericht({ bericht }: { bericht: DemoBericht }) {
  const { t, language } = useTranslation()
  const { aan, aangemaaktOp, onderwerp, alineas, knoppen, onderdelen, slot, afmelden } = bericht
  const wanneer = new Intl.DateTimeFormat(language, WHEN).format(new Date(aangemaaktOp))
  return (
    <details className="sk-bericht">
      <summary>
        <span className="sk-bericht__subject">{onderwerp}</span>
        <span className="sk-small sk-muted">{t('demoBerichten.aan', { aan, wanneer })}</span>
      </summary>
      <div className="sk-bericht__words">
        {alineas.map((alinea) => (
          <p key={alinea}>{alinea}</p>
        ))}
        <Links knoppen={knoppen} />
        {onderdelen.map((deel) => (
          <div key={deel.knoppen[0]?.adres ?? deel.titel} className="sk-bericht__part">
            <p>
              <strong>{deel.titel}</strong>
            </p>
            {deel.tekst && <p>{deel.tekst}</p>}
            <Links knoppen={deel.knoppen} />
          </div>
        ))}
        {slot.map((line) => (
          <p key={line} className="sk-small sk-muted">
            {line}
          </p>
        ))}
        {afmelden && <Links knoppen={[afmelden]} />}
      </div>
    </details>
  )
}

function Links({ knoppen }: { knoppen: Knop[] }) {
  if (knoppen.length === 0) return null
  return (
    <ul className="sk-bericht__links">
      {knoppen.map(({ tekst, adres }) => (
        <li key={adres}>
          <a href={adres} className="ams-link">
            {tekst}
          </a>
        </li>
      ))}
    </ul>
  )
}

const WHEN: Intl.DateTimeFormatOptions = {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
}
