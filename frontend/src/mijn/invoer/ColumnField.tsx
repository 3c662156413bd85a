import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { SelectBox } from '@/components/SelectBox'
import { inGroepen } from './groepen'
import { fieldLabel, type Kolom } from './invoer'

interface Props {
  nummer: number
  kolom: Kolom
  velden: string[]
  onChange: (veld: string) => void
}

/** One column of the file: its head, the first values under it, and what it is. */
export function ColumnField({ nummer, kolom, velden, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const kop = kolom.kop || t('mijn.invoer.kolommen.zonderKop', { nummer })
  return (
    <li className="sk-column">
      <div className="sk-column__words">
        <label htmlFor={id}>
          <strong>{kop}</strong>
          <span className="ams-visually-hidden"> {t('mijn.invoer.kolommen.is', { kop: '' })}</span>
        </label>
        <p id={`${id}-voorbeelden`} className="sk-small sk-muted">
          {kolom.voorbeelden.length > 0
            ? t('mijn.invoer.kolommen.voorbeelden', { tekst: kolom.voorbeelden.join(' · ') })
            : t('mijn.invoer.kolommen.leeg')}
        </p>
      </div>
      <SelectBox
        id={id}
        value={kolom.veld ?? ''}
        aria-describedby={`${id}-voorbeelden`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      >
        <option value="">{t('mijn.invoer.kolommen.niet')}</option>
        {inGroepen(velden).map(([groep, names]) => (
          <optgroup key={groep} label={t(`mijn.invoer.groep.${groep}`)}>
            {names.map((veld) => (
              <option key={veld} value={veld}>
                {fieldLabel(veld, t)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectBox>
    </li>
  )
}
