import { useTranslation } from '@/i18n'
import type { MomentInvoer } from '@/lib/api/types'
import { formatDay } from '@/lib/dates/localTime'
import type { Dag } from './ritme'
import { Toggles } from './Toggles'
import { weekChoices } from './week'

interface Props {
  moment: MomentInvoer
  dagen: readonly Dag[]
  today: string
  onChange: (moment: MomentInvoer) => void
}

/** Every other week: this one, or the next? */
export function WhichWeek({ moment, dagen, today, onChange }: Props) {
  const { t, language } = useTranslation()
  const choices = weekChoices(moment, dagen, today)
  const spoken = (day: string) => formatDay(day, language, A_DAY)
  if (choices.length === 0) {
    if (!moment.begin || dagen.length === 0) return null
    return <p className="sk-small">{t('momenten.weekLater', { dag: spoken(moment.begin) })}</p>
  }
  return (
    <Toggles
      legend={t('momenten.week')}
      single
      options={choices.map(({ day }) => ({ value: day, label: spoken(day) }))}
      chosen={choices.filter(({ chosen }) => chosen).map(({ day }) => day)}
      onToggle={(begin) => {
        onChange({ ...moment, begin })
      }}
    />
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
