import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { Checkbox } from '@/components/ams'
import type { Facetten } from '@/lib/api/types'
import type { SpokenTerm } from '@/lib/api/types'
import { toggleCode, type CodeFilter, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { optionsOf, type Option } from './filters'
import { useChangeVraag } from './useChangeVraag'

const FEW = 6

interface Props {
  filter: CodeFilter
  terms: SpokenTerm[]
  facetten: Facetten | undefined
  vraag: Zoekvraag
  open: boolean
  byCount: boolean
}

export function FilterGroup({ filter, terms, facetten, vraag, open, byCount }: Props) {
  const { t } = useTranslation()
  const chosen = (vraag[filter] ?? []).map((code) => code)
  const options = optionsOf({ filter, terms, facetten, chosen, byCount })
  // Whether it is open is the visitor's from the first moment on; a chosen filter is never hidden.
  const [startsOpen] = useState(open || chosen.length > 0)
  if (options.length === 0) return null
  return (
    <details className="sk-filter" open={startsOpen}>
      <summary>
        <span>{t(`filters.${filter}`)}</span>
        {chosen.length > 0 && (
          <span className="sk-filter__chosen">
            {chosen.length} <span className="ams-visually-hidden">{t('filters.gekozen')}</span>
          </span>
        )}
        <ChevronDown className="sk-icon" />
      </summary>
      <FilterOptions filter={filter} options={options} vraag={vraag} />
    </details>
  )
}

interface OptionsProps {
  filter: CodeFilter
  options: Option[]
  vraag: Zoekvraag
}

export function FilterOptions({ filter, options, vraag }: OptionsProps) {
  const { t } = useTranslation()
  const change = useChangeVraag()
  const [all, setAll] = useState(false)
  const chosen = vraag[filter] ?? []
  const isExtra = (code: string, i: number) => !all && i >= FEW && !chosen.includes(code)
  return (
    <fieldset>
      <legend className="ams-visually-hidden">{t(`filters.${filter}`)}</legend>
      <ul className="sk-filter__options">
        {options.map(({ code, label, lang, count }, i) => (
          <li key={code} className={isExtra(code, i) ? 'sk-filter__extra' : undefined}>
            <Checkbox
              name={filter}
              value={code}
              checked={chosen.includes(code)}
              onChange={() => {
                change(toggleCode(vraag, filter, code))
              }}
            >
              <span className="sk-filter__label">
                <Dutch when={lang === 'nl'}>{label}</Dutch>{' '}
                <span className="sk-filter__count">{count}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {options.length > FEW && (
        <button
          type="button"
          className="sk-link-button sk-script"
          aria-expanded={all}
          onClick={() => {
            setAll(!all)
          }}
        >
          {t(all ? 'filters.minder' : 'filters.meer', { aantal: options.length })}
        </button>
      )}
    </fieldset>
  )
}
