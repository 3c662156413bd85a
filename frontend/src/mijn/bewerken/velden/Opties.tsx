import { useId, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Checkbox } from '@/components/ams'

export interface Optie {
  code: string
  label: string
}

interface Props {
  id: string
  label: string
  options: readonly Optie[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
  /** Several may hold, in the order in which they were chosen. */
  many?: boolean
  hint?: string | undefined
  fault?: string | undefined
  /** Something is always chosen. */
  required?: boolean
  /** Said of the first that was chosen, where that one counts most. */
  firstSays?: string
}

const FEW = 8

/** Words of a list to choose from; of a long list the rest comes when it is asked for. */
export function Opties({ id, label, options, chosen, onChoose, many = false, ...more }: Props) {
  const { t } = useTranslation()
  const { hint, fault, required = false, firstSays } = more
  const help = useId()
  const name = useId()
  const [all, setAll] = useState(false)
  // What is chosen is never hidden, nor does it go when it is taken back.
  const [known] = useState(chosen)
  const isShown = ({ code }: Optie, i: number) =>
    all || i < FEW || options.length <= FEW + 2 || chosen.includes(code) || known.includes(code)
  const described = [hint && `${help}-hulp`, fault && `${help}-fout`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      className="sk-opties"
      tabIndex={-1}
      aria-describedby={described || undefined}
      data-fault={fault ? true : undefined}
    >
      <legend>{label}</legend>
      {hint && (
        <p id={`${help}-hulp`} className="sk-small sk-muted">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${help}-fout`} className="sk-field__fault">
          {fault}
        </p>
      )}
      <ul className="sk-opties__list">
        {options.filter(isShown).map((optie) => (
          <li key={optie.code}>
            {many ? (
              <Checkbox
                value={optie.code}
                checked={chosen.includes(optie.code)}
                onChange={() => {
                  onChoose(toggled(chosen, optie.code))
                }}
              >
                {optie.label}
                {firstSays && chosen.length > 1 && chosen[0] === optie.code && (
                  <span className="sk-muted"> ({firstSays})</span>
                )}
              </Checkbox>
            ) : (
              <label className="sk-radio">
                <input
                  type="radio"
                  name={name}
                  value={optie.code}
                  checked={chosen.includes(optie.code)}
                  onChange={() => {
                    onChoose([optie.code])
                  }}
                />
                <span>{optie.label}</span>
              </label>
            )}
          </li>
        ))}
      </ul>
      <div className="sk-opties__more">
        {options.length > FEW + 2 && (
          <button
            type="button"
            className="sk-link-button"
            aria-expanded={all}
            onClick={() => {
              setAll(!all)
            }}
          >
            {t(all ? 'filters.minder' : 'filters.meer', { aantal: options.length })}
          </button>
        )}
        {!many && !required && chosen.length > 0 && (
          <button
            type="button"
            className="sk-link-button"
            onClick={() => {
              onChoose([])
              document.getElementById(id)?.focus()
            }}
          >
            {t('bewerk.wis')}
            <span className="ams-visually-hidden">: {label}</span>
          </button>
        )}
      </div>
    </fieldset>
  )
}

const toggled = (chosen: readonly string[], code: string) =>
  chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]
