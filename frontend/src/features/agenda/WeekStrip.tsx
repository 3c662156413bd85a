import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { useTellingen, weekOf } from '@/lib/api/agenda'
import { addDays, formatDay } from '@/lib/dates/localTime'
import { speakDay } from '@/lib/dates/speakTime'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { inPeriode, isSame, onDay, periodeOf } from '@/lib/zoekvraag/periode'
import { dayName } from './title'

interface Props {
  vraag: Agendavraag
  today: string
  now: Date
}

const DAYS = [0, 1, 2, 3, 4, 5, 6]

/** The week around what is shown: how much there is on each day, and the way to it. */
export function WeekStrip({ vraag, today, now }: Props) {
  const { t, language } = useTranslation()
  const week = weekOf(vraag, today)
  const shown = periodeOf(vraag, today)
  const counts = useTellingen(vraag, week).data?.dagen
  const move = (days: number) => {
    const first = addDays(week.datumVan, days)
    return inPeriode(vraag, { datumVan: first, datumTot: addDays(first, 6) }, today)
  }
  const title = t('filters.vanTot', {
    van: speakDay(week.datumVan, now, language),
    tot: speakDay(week.datumTot, now, language),
  })
  return (
    <nav aria-label={t('agenda.week')} className="sk-week">
      <div className="sk-week__head">
        {week.datumVan > today && (
          <Link to="/agenda" search={move(-7)} resetScroll={false} className="sk-week__move">
            <ChevronLeft className="sk-icon sk-icon--way" />
            <span className="ams-visually-hidden">{t('agenda.vorigeWeek')}</span>
          </Link>
        )}
        <Link
          to="/agenda"
          search={inPeriode(vraag, week, today)}
          resetScroll={false}
          activeOptions={{ exact: true }}
          className="sk-week__whole"
          aria-current={isSame(shown, week)}
        >
          <span className="ams-visually-hidden">{t('agenda.heleWeek')} </span>
          {title}
        </Link>
        <Link
          to="/agenda"
          search={move(7)}
          resetScroll={false}
          className="sk-week__move sk-week__move--on"
        >
          <ChevronRight className="sk-icon sk-icon--way" />
          <span className="ams-visually-hidden">{t('agenda.volgendeWeek')}</span>
        </Link>
      </div>
      <ol className="sk-week__days">
        {DAYS.map((number) => {
          const day = addDays(week.datumVan, number)
          return (
            <li key={day}>
              <Day
                day={day}
                vraag={vraag}
                today={today}
                now={now}
                shown={shown.datumVan <= day && day <= shown.datumTot}
                count={counts && (counts[day] ?? 0)}
              />
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

interface DayProps {
  day: string
  vraag: Agendavraag
  today: string
  now: Date
  shown: boolean
  count: number | undefined
}

function Day({ day, vraag, today, now, shown, count }: DayProps) {
  const { t, language } = useTranslation()
  const face = (
    <>
      <span aria-hidden="true" className="sk-week__name">
        {formatDay(day, language, { weekday: 'short' })}
      </span>
      <span aria-hidden="true" className="sk-week__number">
        {formatDay(day, language, { day: 'numeric' })}
      </span>
    </>
  )
  // What was on is not kept.
  if (day < today) return <span className="sk-week__day sk-week__day--past">{face}</span>
  return (
    <Link
      to="/agenda"
      search={inPeriode(vraag, onDay(day), today)}
      resetScroll={false}
      activeOptions={{ exact: true }}
      className="sk-week__day"
      aria-current={shown ? 'date' : false}
      data-shown={shown || undefined}
    >
      <span className="ams-visually-hidden">{dayName(day, now, language)}</span>
      {face}
      {count !== undefined && (
        <span className="sk-week__count">
          <span className="ams-visually-hidden">{t('agenda.aantal', { count })}</span>
          <span aria-hidden="true">{count}</span>
        </span>
      )}
    </Link>
  )
}
