import { useTranslation } from '@/i18n'
import { toggleCode, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import type { Option } from './filters'
import { useChangeVraag } from './useChangeVraag'

interface Props {
  filter: 'dag' | 'dagdeel'
  options: Option[]
  vraag: Zoekvraag
}

/** Days and parts of the day as small buttons, since people know them without reading. */
export function DayToggles({ filter, options, vraag }: Props) {
  const { t } = useTranslation()
  const change = useChangeVraag()
  if (options.length === 0) return null
  return (
    <div role="group" aria-label={t(`filters.${filter}`)} className={`sk-days sk-days--${filter}`}>
      {options.map(({ code, label, count }) => (
        <button
          key={code}
          type="button"
          className="sk-toggle"
          aria-label={`${label} ${count}`}
          aria-pressed={vraag[filter]?.includes(code) ?? false}
          onClick={() => {
            change(toggleCode(vraag, filter, code))
          }}
        >
          {filter === 'dag' ? label.slice(0, 2) : label}
          <span className="sk-days__count">{count}</span>
        </button>
      ))}
    </div>
  )
}
