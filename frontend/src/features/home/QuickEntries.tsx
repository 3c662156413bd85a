import { Link } from '@tanstack/react-router'
import { CalendarDays, Gift, Moon, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { weekendFrom } from '@/lib/dates/coming'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'

/** The questions that are asked most, one tap away. */
export function QuickEntries() {
  const { t } = useTranslation()
  const weekend = weekendFrom(localTime(useNow()).day)
  return (
    <nav aria-label={t('snel.label')} className="sk-quick">
      <ul className="sk-quick__list">
        <Entry icon={Moon} to="/agenda" search={{ dagdeel: ['avond'] }}>
          {t('snel.vanavond')}
        </Entry>
        <Entry
          icon={CalendarDays}
          to="/agenda"
          search={{ datumVan: weekend.from, datumTot: weekend.to }}
        >
          {t('snel.weekend')}
        </Entry>
        <Entry icon={Gift} to="/zoeken" search={{ kosten: ['gratis'] }}>
          {t('snel.gratis')}
        </Entry>
      </ul>
    </nav>
  )
}

interface EntryProps {
  icon: LucideIcon
  to: '/zoeken' | '/agenda'
  search: Agendavraag
  children: ReactNode
}

function Entry({ icon: Icon, to, search, children }: EntryProps) {
  return (
    <li>
      <Link to={to} search={search} className="sk-quick__entry">
        <Icon className="sk-icon" />
        {children}
      </Link>
    </li>
  )
}
