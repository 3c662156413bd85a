import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { speakDay } from '@/lib/dates/speakTime'
import { TextField } from '../form/TextField'
import { useEscape } from '../form/useEscape'
import { DayField } from '../momenten/DayField'
import { schoolvakantiesQuery } from '../momenten/queries'
import { dayFault, keuzes, type Keuze } from './keuzes'

interface Props {
  naam: string
  /** What stands there already when somebody changes how long. */
  reden: string
  busy: boolean
  onSend: (tot: string | null, reden: string | null) => void
  onCancel: () => void
}

const LONGEST_REASON = 160

/** How long it is closed, and why if somebody wants to say that. A press on how long is enough. */
export function SluitForm({ naam, reden: given, busy, onSend, onCancel }: Props) {
  const { t, language } = useTranslation()
  const now = useNow()
  const today = localTime(now).day
  const id = useId()
  const title = useRef<HTMLParagraphElement>(null)
  const [reden, setReden] = useState(given)
  const [day, setDay] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  // Without the holidays there is one choice less, and nothing to wait for.
  const { data } = useQuery(schoolvakantiesQuery)
  const fault = tried ? dayFault(day, today) : null

  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.closest('form')?.scrollIntoView({ block: 'nearest' })
  }, [])

  useEscape(onCancel)

  const send = (tot: string | null) => {
    if (!busy) onSend(tot, reden.trim() || null)
  }
  const words = ({ soort, vakantie }: Keuze) => t(`sluiten.keuze.${soort}`, { vakantie })
  const until = ({ tot }: Keuze) =>
    tot ? t('sluiten.totEnMet', { dag: speakDay(tot, now, language) }) : t('sluiten.totOpen')

  return (
    <form
      className="sk-inrow__form sk-sluiten__form"
      aria-labelledby={`${id}-kop`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (dayFault(day, today) === null) send(day)
      }}
    >
      <p id={`${id}-kop`} className="sk-inrow__title" ref={title} tabIndex={-1}>
        {t('sluiten.kop', { titel: naam })}
      </p>
      <p className="sk-small">{t('sluiten.uitleg')}</p>
      <TextField
        label={t('sluiten.waarom')}
        hint={t('sluiten.waaromHulp')}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        value={reden}
        onChange={setReden}
      />
      <div role="group" aria-labelledby={`${id}-hoelang`} className="sk-sluiten__choices">
        <p id={`${id}-hoelang`} className="sk-sluiten__ask">
          {t('sluiten.hoelang')}
        </p>
        {keuzes(today, data?.resultaten ?? []).map((keuze) => (
          <button
            key={keuze.soort}
            type="button"
            className="sk-inrow__choice sk-sluiten__choice"
            aria-disabled={busy}
            onClick={() => {
              send(keuze.tot)
            }}
          >
            <strong>{words(keuze)}</strong> <span className="sk-small">{until(keuze)}</span>
          </button>
        ))}
      </div>
      <div className="sk-sluiten__day">
        <DayField
          label={t('sluiten.andereDag')}
          fault={fault && t(`sluiten.fout.${fault}`)}
          value={day}
          onChange={setDay}
        />
        <Button type="submit" variant="secondary" aria-disabled={busy}>
          {t(busy ? 'sluiten.bezig' : 'sluiten.sluitTot')}
        </Button>
      </div>
      <Button variant="tertiary" onClick={onCancel}>
        {t('sluiten.annuleer')}
      </Button>
    </form>
  )
}
