import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { useVocabularia } from '@/lib/api/vocabularia'
import type { Facetten } from '@/lib/api/types'
import { addDays, localTime } from '@/lib/dates/localTime'
import { weekendFrom } from '@/lib/dates/coming'
import { useNow } from '@/lib/dates/now'
import { narrowed, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { optionsOf } from '@/components/filters/filters'
import { DayToggles } from '@/components/filters/DayToggles'
import { useAskedNow, useChangeVraag } from '@/components/filters/useChangeVraag'

interface Props {
  vraag: Zoekvraag
  facetten: Facetten | undefined
}

const ANY_DAY = { datumVan: undefined, datumTot: undefined }

/** When: a few days at one tap, any day by date, and the part of the day or week that suits. */
export function WhenFilter({ vraag: answered, facetten }: Props) {
  const { t } = useTranslation()
  const vraag = useAskedNow(answered)
  const id = useId()
  const vocabularia = useVocabularia().data
  const change = useChangeVraag()
  const today = localTime(useNow()).day
  const weekend = weekendFrom(today)
  const choices = [
    { key: 'vandaag', from: today, to: today },
    { key: 'morgen', from: addDays(today, 1), to: addDays(today, 1) },
    { key: 'weekend', ...weekend },
  ] as const
  const isChosen = (from: string, to: string) => vraag.datumVan === from && vraag.datumTot === to
  const options = (filter: 'dag' | 'dagdeel', list: 'dagen' | 'dagdelen') =>
    optionsOf({ filter, terms: vocabularia?.[list] ?? [], facetten, chosen: vraag[filter] ?? [] })

  return (
    <details className="sk-filter" open>
      <summary>
        <span>{t('filters.wanneer')}</span>
        <ChevronDown className="sk-icon" />
      </summary>
      <div className="sk-when">
        <div className="sk-when__choices" role="group" aria-label={t('filters.wanneer')}>
          {choices.map(({ key, from, to }) => (
            <Link
              key={key}
              to="/zoeken"
              search={narrowed(
                vraag,
                isChosen(from, to) ? ANY_DAY : { datumVan: from, datumTot: to },
              )}
              resetScroll={false}
              activeOptions={{ exact: true }}
              className="sk-toggle"
              aria-current={isChosen(from, to)}
            >
              {t(`filters.${key}`)}
            </Link>
          ))}
        </div>
        <div className="sk-when__date sk-script">
          <label htmlFor={`${id}-dag`}>{t('filters.opDatum')}</label>
          <input
            id={`${id}-dag`}
            type="date"
            min={today}
            value={vraag.datumVan === vraag.datumTot ? (vraag.datumVan ?? '') : ''}
            onChange={({ target: { value } }) => {
              change(
                narrowed(vraag, { datumVan: value || undefined, datumTot: value || undefined }),
              )
            }}
          />
        </div>
        <DayToggles filter="dagdeel" options={options('dagdeel', 'dagdelen')} vraag={vraag} />
        <DayToggles filter="dag" options={options('dag', 'dagen')} vraag={vraag} />
      </div>
    </details>
  )
}
