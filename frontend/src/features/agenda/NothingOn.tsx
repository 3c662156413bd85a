import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { changed, inPeriode, onDay, periodeOf } from '@/lib/zoekvraag/periode'
import { CODE_FILTERS, parseZoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { dayName } from './title'

interface Props {
  vraag: Agendavraag
  today: string
  now: Date
  /** The first day after this with something, when there is one. */
  following: string | null | undefined
}

/** Never a dead end: the next day with something, and the same day without filters. */
export function NothingOn({ vraag, today, now, following }: Props) {
  const { t, language } = useTranslation()
  const { datumVan, datumTot } = periodeOf(vraag, today)
  const isPast = datumTot < today
  const without = changed({}, { datumVan: vraag.datumVan, datumTot: vraag.datumTot })
  const isFiltered =
    Boolean(vraag.avondOfWeekend ?? vraag.vrijwilligersGezocht ?? vraag.leeftijd) ||
    CODE_FILTERS.some((filter) => vraag[filter])
  const next = following ?? (isPast ? today : undefined)
  return (
    <div className="sk-agenda__notice sk-nothing">
      <p>
        {t(isPast ? 'agenda.geweest' : datumVan === datumTot ? 'agenda.niets' : 'agenda.nietsDan')}
      </p>
      <ul className="sk-nothing__ways">
        {next && (
          <li>
            <Link
              to="/agenda"
              search={inPeriode(vraag, onDay(next), today)}
              className="ams-button ams-button--primary"
            >
              {t('agenda.eerstvolgende', { dag: dayName(next, now, language) })}
            </Link>
          </li>
        )}
        {isFiltered && (
          <li>
            <Link to="/agenda" search={without} className="ams-link">
              {t('agenda.zonderFilters')}
            </Link>
          </li>
        )}
        {!next && (
          <li>
            <Link
              to="/zoeken"
              search={parseZoekvraag({ ...vraag, datumVan: '', datumTot: '' })}
              className="ams-link"
            >
              {t('agenda.zoekAlles')}
            </Link>
          </li>
        )}
      </ul>
    </div>
  )
}
