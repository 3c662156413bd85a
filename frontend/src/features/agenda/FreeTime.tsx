import { Link } from '@tanstack/react-router'
import { MoonStar } from 'lucide-react'
import { useTranslation } from '@/i18n'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'

interface Props {
  vraag: Agendavraag
  count: number | undefined
}

/** For whoever works or studies, and for the hours that are longest alone. */
export function FreeTime({ vraag, count }: Props) {
  const { t } = useTranslation()
  const { avondOfWeekend: on, ...rest } = vraag
  return (
    <Link
      to="/agenda"
      search={on ? rest : { ...rest, avondOfWeekend: true }}
      resetScroll={false}
      activeOptions={{ exact: true }}
      className="sk-free"
      aria-current={on ?? false}
    >
      <MoonStar className="sk-icon" />
      <span className="sk-free__words">
        <strong>{t('agenda.vrij')}</strong>{' '}
        <span>{t(on ? 'agenda.vrijUit' : 'agenda.vrijUitleg')}</span>
      </span>
      {count !== undefined && <span className="sk-free__count">{count}</span>}
    </Link>
  )
}
