import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { SelectBox } from '@/components/SelectBox'
import { fieldLabel, type Koppeling, type Waarde } from './invoer'

/** Chosen not to be brought in; nothing at all is not chosen yet. */
export const NOT_TAKEN = '-'

export const keyOf = ({ veld, tekst }: Pick<Waarde, 'veld' | 'tekst'>) => `${veld} ${tekst}`

/** What was chosen for a word: here, before, or by a guess. */
export function codeOf(waarde: Waarde, codes: Record<string, string>): string {
  return codes[keyOf(waarde)] ?? waarde.code ?? (waarde.zeker ? NOT_TAKEN : '')
}

interface Props {
  waarden: Waarde[]
  keuzes: Koppeling['keuzes']
  /** What somebody chose, by field and text. */
  codes: Record<string, string>
  onChange: (waarde: Waarde, code: string) => void
}

/** Words where the map has fixed ones: which of those is meant. */
export function ValueFields(props: Props) {
  const { t } = useTranslation()
  if (props.waarden.length === 0) return null
  return (
    <section className="sk-mapping__values" aria-labelledby="waarden">
      <Heading level={3} size="level-4" id="waarden">
        {t('mijn.invoer.kolommen.waarden')}
      </Heading>
      <p className="sk-small sk-muted">{t('mijn.invoer.kolommen.waardenUitleg')}</p>
      <ValueList {...props} />
    </section>
  )
}

export function ValueList({ waarden, keuzes, codes, onChange }: Props) {
  return (
    <ul className="sk-mapping__list">
      {waarden.map((waarde) => (
        <Value
          key={keyOf(waarde)}
          waarde={waarde}
          keuzes={keuzes[waarde.veld] ?? []}
          code={codeOf(waarde, codes)}
          onChange={(code) => {
            onChange(waarde, code)
          }}
        />
      ))}
    </ul>
  )
}

interface ValueProps {
  waarde: Waarde
  keuzes: { code: string; label: string }[]
  code: string
  onChange: (code: string) => void
}

function Value({ waarde: { veld, tekst, aantal }, keuzes, code, onChange }: ValueProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <li className="sk-column">
      <div className="sk-column__words">
        <label htmlFor={id}>
          <strong>{tekst}</strong>
        </label>
        <p id={`${id}-waar`} className="sk-small sk-muted">
          {t('mijn.invoer.kolommen.bij', { veld: fieldLabel(veld, t) })},{' '}
          {t('mijn.invoer.kolommen.keer', { count: aantal })}
        </p>
      </div>
      <SelectBox
        id={id}
        value={code}
        aria-describedby={`${id}-waar`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      >
        <option value="">{t('mijn.invoer.kolommen.kiesWoord')}</option>
        <option value={NOT_TAKEN}>{t('mijn.invoer.kolommen.niet')}</option>
        {keuzes.map((keuze) => (
          <option key={keuze.code} value={keuze.code}>
            {keuze.label}
          </option>
        ))}
      </SelectBox>
    </li>
  )
}
