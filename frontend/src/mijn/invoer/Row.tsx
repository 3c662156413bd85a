import { CircleAlert, CircleCheck, Minus, Pencil, Plus, Undo2, type LucideIcon } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { fieldLabel, type Rij } from './invoer'

type Uitkomst = NonNullable<Rij['uitkomst']>
const ICONS: Record<Uitkomst, LucideIcon> = {
  nieuw: Plus,
  gewijzigd: Pencil,
  ongewijzigd: Minus,
  fout: CircleAlert,
  elders: CircleAlert,
}

export function RowTable({ rijen }: { rijen: Rij[] }) {
  const { t } = useTranslation()
  return (
    <table className="sk-rows__table" aria-labelledby="rijen">
      <thead>
        <tr>
          <th scope="col">{t('mijn.invoer.rijen.nummer')}</th>
          <th scope="col">{t('mijn.invoer.rijen.wat')}</th>
          <th scope="col">{t('mijn.invoer.rijen.gebeurt')}</th>
          <th scope="col">{t('mijn.invoer.rijen.bijzonder')}</th>
        </tr>
      </thead>
      <tbody>
        {rijen.map((rij) => (
          <tr key={rij.nummer}>
            <td className="sk-muted">{rij.nummer}</td>
            <th scope="row">{rij.titel ?? t('mijn.invoer.rijen.zonderTitel')}</th>
            <td>
              <Happens rij={rij} />
            </td>
            <td>
              <Details rij={rij} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same for a narrow screen, where a table would run off it. */
export function RowList({ rijen }: { rijen: Rij[] }) {
  const { t } = useTranslation()
  return (
    <ul className="sk-rows__list">
      {rijen.map((rij) => (
        <li key={rij.nummer}>
          <p>
            <span className="sk-small sk-muted">
              {t('mijn.invoer.rijen.nummer')} {rij.nummer}
            </span>{' '}
            <strong>{rij.titel ?? t('mijn.invoer.rijen.zonderTitel')}</strong>
          </p>
          <Happens rij={rij} />
          <Details rij={rij} />
        </li>
      ))}
    </ul>
  )
}

function Happens({ rij: { uitkomst, status, wacht, terug } }: { rij: Rij }) {
  const { t } = useTranslation()
  if (!uitkomst) return null
  const Icon = terug ? Undo2 : ICONS[uitkomst]
  const isDone = terug ?? (uitkomst === 'ongewijzigd' || isWrong(uitkomst))
  const after = wacht ? 'ter-beoordeling' : status
  return (
    <p className="sk-rows__happens" data-wrong={isWrong(uitkomst) || undefined}>
      <Icon className="sk-icon" />
      <span>
        {terug
          ? t(`mijn.invoer.rijen.terug.${terug}`)
          : t(`mijn.invoer.rijen.uitkomst.${uitkomst}`)}
        {!isDone && after && (
          <span className="sk-small sk-muted"> {t(`mijn.invoer.rijen.daarna.${after}`)}</span>
        )}
      </span>
    </p>
  )
}

const isWrong = (uitkomst: Uitkomst) => uitkomst === 'fout' || uitkomst === 'elders'

function Details({ rij }: { rij: Rij }) {
  const { t } = useTranslation()
  const { fouten, opmerkingen, wijzigingen, terugReden } = rij
  const empty = t('mijn.invoer.rijen.leeg')
  if (fouten.length + opmerkingen.length + wijzigingen.length === 0 && !terugReden) {
    return rij.gedaan && !rij.terug ? <CircleCheck className="sk-icon sk-rows__done" /> : null
  }
  return (
    <ul className="sk-rows__details">
      {terugReden && <li>{terugReden}</li>}
      {fouten.map(({ veld, kop, melding, toegestaan }, at) => (
        <li key={`${veld}-${at}`}>
          {veld !== 'rij' && (
            <strong>{t('mijn.invoer.rijen.kolom', { kop: kop ?? fieldLabel(veld, t) })} </strong>
          )}
          {melding}
          {toegestaan && (
            <span className="sk-muted">
              {' '}
              {t('mijn.invoer.rijen.kiesUit', { woorden: toegestaan.join(', ') })}
            </span>
          )}
        </li>
      ))}
      {wijzigingen
        .filter(({ veld }) => veld !== 'status')
        .map(({ veld, van, naar }) => (
          <li key={veld}>
            {(van ?? naar)
              ? t('mijn.invoer.rijen.wijziging', {
                  veld: fieldLabel(veld, t),
                  van: van ?? empty,
                  naar: naar ?? empty,
                })
              : t('mijn.invoer.rijen.anders', { veld: fieldLabel(veld, t) })}
          </li>
        ))}
      {opmerkingen.map((opmerking) => (
        <li key={opmerking}>{opmerking}</li>
      ))}
    </ul>
  )
}
