import { ChevronDown } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { DayToggles } from '@/components/filters/DayToggles'
import { optionsOf } from '@/components/filters/filters'
import { useVocabularia } from '@/lib/api/vocabularia'
import type { Facetten } from '@/lib/api/types'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'

interface Props {
  vraag: Agendavraag
  facetten: Facetten | undefined
}

/** The day is chosen above the list; here only which part of it. */
export function PartOfDay({ vraag, facetten }: Props) {
  const { t } = useTranslation()
  const terms = useVocabularia().data?.dagdelen ?? []
  const options = optionsOf({ filter: 'dagdeel', terms, facetten, chosen: vraag.dagdeel ?? [] })
  return (
    <details className="sk-filter" open>
      <summary>
        <span>{t('filters.dagdeel')}</span>
        <ChevronDown className="sk-icon" />
      </summary>
      <div className="sk-when">
        <DayToggles filter="dagdeel" options={options} vraag={vraag} />
      </div>
    </details>
  )
}
