import { Link, useRouter } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { useChangeVraag } from '@/components/filters/useChangeVraag'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import {
  inPeriode,
  isSame,
  onDay,
  periodeOf,
  sevenDays,
  weekendOf,
  withoutDays,
} from '@/lib/zoekvraag/periode'

interface Props {
  vraag: Agendavraag
  today: string
}

const EVENING = ['avond']

/** The days that are asked for most, and any other. */
export function PeriodChoice({ vraag, today }: Props) {
  const { t } = useTranslation()
  const shown = periodeOf(vraag, today)
  const evening = String(vraag.dagdeel) === String(EVENING)
  // Who asked for this evening and now for the weekend does not want its evenings only.
  const { dagdeel, ...rest } = vraag
  const base =
    evening && isSame(shown, onDay(today)) ? rest : { ...rest, ...(dagdeel && { dagdeel }) }
  const choices = [
    { key: 'vandaag', label: t('filters.vandaag'), periode: onDay(today), from: base },
    {
      key: 'vanavond',
      label: t('agenda.vanavond'),
      periode: onDay(today),
      from: { ...rest, dagdeel: EVENING },
    },
    { key: 'weekend', label: t('filters.weekend'), periode: weekendOf(today), from: base },
    { key: 'zeven', label: t('agenda.zevenDagen'), periode: sevenDays(today), from: base },
  ]
  const isChosen = (key: string) => {
    const choice = choices.find((one) => one.key === key)
    if (!choice || !isSame(shown, choice.periode)) return false
    if (key === 'vandaag') return !evening
    return key === 'vanavond' ? evening : true
  }
  return (
    <div className="sk-period">
      <nav aria-label={t('filters.wanneer')} className="sk-period__choices">
        {choices.map(({ key, label, periode, from }) => (
          <Link
            key={key}
            to="/agenda"
            search={inPeriode(from, periode, today)}
            resetScroll={false}
            activeOptions={{ exact: true }}
            className="sk-toggle"
            aria-current={isChosen(key)}
          >
            {label}
          </Link>
        ))}
      </nav>
      <OtherDay vraag={vraag} today={today} />
    </div>
  )
}

/** Any day by its date. */
function OtherDay({ vraag, today }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const change = useChangeVraag()
  const { publicHref } = useRouter().buildLocation({ to: '/agenda' })
  const shown = periodeOf(vraag, today).datumVan
  return (
    <form
      action={publicHref}
      className="sk-period__date"
      onSubmit={(event) => {
        event.preventDefault()
        const day = new FormData(event.currentTarget).get('datumVan')
        if (typeof day === 'string') change(inPeriode(vraag, onDay(day), today))
      }}
    >
      {[...new URLSearchParams(formatQueryString(withoutDays(vraag)))].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id}>{t('filters.opDatum')}</label>
      <input
        key={shown}
        id={id}
        type="date"
        name="datumVan"
        min={today}
        required
        defaultValue={shown}
      />
      <Button type="submit" variant="secondary">
        {t('agenda.toon')}
      </Button>
    </form>
  )
}
