import { useTranslation } from '@/i18n'
import { addDays, formatDay } from '@/lib/dates/localTime'
import { toggleCode, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import type { Option } from './filters'
import { useAskedNow, useChangeVraag } from './useChangeVraag'

interface Props {
  filter: 'dag' | 'dagdeel'
  options: Option[]
  vraag: Zoekvraag
}

/** Days and parts of the day as small signs, since people know them without reading. */
export function DayToggles({ filter, options, vraag: answered }: Props) {
  const { t, language } = useTranslation()
  const vraag = useAskedNow(answered)
  const change = useChangeVraag()
  if (options.length === 0) return null
  return (
    <div role="group" aria-label={t(`filters.${filter}`)} className={`sk-days sk-days--${filter}`}>
      {options.map(({ code, label, count }) => (
        <label key={code} className="sk-toggle">
          <input
            type="checkbox"
            name={filter}
            value={code}
            aria-label={`${label} ${count}`}
            checked={vraag[filter]?.includes(code) ?? false}
            onChange={() => {
              change(toggleCode(vraag, filter, code))
            }}
          />
          {filter === 'dag' ? shortDay(code, language) : label}
          <span className="sk-days__count">{count}</span>
        </label>
      ))}
    </div>
  )
}

const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const A_MONDAY = '2026-11-23'

/** As a calendar in that language has it: "di", "Tue", "Вт". */
function shortDay(code: string, language: string): string {
  return formatDay(addDays(A_MONDAY, DAYS.indexOf(code)), language, { weekday: 'short' })
}
