import { Link } from '@tanstack/react-router'
import { CalendarDays, Gift, Moon, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { weekendFrom } from '@/lib/dates/coming'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** The questions that are asked most, one tap away. */
export function QuickEntries() {
  const { t } = useTranslation()
  const { day } = localTime(useNow())
  const weekend = weekendFrom(day)
  return (
    <nav aria-label={t('snel.label')} className="sk-quick">
      <ul className="sk-quick__list">
        <Entry icon={Moon} search={{ datumVan: day, datumTot: day, dagdeel: ['avond'] }}>
          {t('snel.vanavond')}
        </Entry>
        <Entry icon={CalendarDays} search={{ datumVan: weekend.from, datumTot: weekend.to }}>
          {t('snel.weekend')}
        </Entry>
        <Entry icon={Gift} search={{ kosten: ['gratis'] }}>
          {t('snel.gratis')}
        </Entry>
      </ul>
    </nav>
  )
}

interface EntryProps {
  icon: LucideIcon
  search: Zoekvraag
  children: ReactNode
}

function Entry({ icon: Icon, search, children }: EntryProps) {
  return (
    <li>
      <Link to="/zoeken" search={search} className="sk-quick__entry">
        <Icon className="sk-icon" />
        {children}
      </Link>
    </li>
  )
}
