import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { MomentInvoer, SluitingInvoer } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { DayField } from './DayField'
import { DaysOff } from './DaysOff'
import { endsNextDay, momentFault, sluitingFault } from './fault'
import { RitmeField } from './RitmeField'
import { lastDay, ritmeOf, withLastDay } from './ritme'
import { TextField } from '../form/TextField'
import { changeDays } from './vakantie'
import { Vooruitblik } from './Vooruitblik'
import { schoolvakantiesQuery, vooruitblikQuery } from './queries'

interface Props {
  moment: MomentInvoer
  nummer: number
  sluitingen: SluitingInvoer[]
  onChange: (moment: MomentInvoer) => void
  onRemove: () => void
}

/** Somebody who still clicks does not ask at every click. */
const STILL_MS = 350

/** One moment: clicked together above, and what comes of it below. */
export function Moment({ moment, nummer, sluitingen, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const today = localTime(useNow()).day
  const { data: vakanties } = useQuery(schoolvakantiesQuery)
  const settled = useDebounced(moment, STILL_MS)
  const fault = momentFault(moment)
  const asked = useQuery({
    ...vooruitblikQuery(
      settled,
      sluitingen.filter((each) => !sluitingFault(each)),
    ),
    enabled: momentFault(settled) === null,
  })
  const change = (changed: MomentInvoer) => {
    onChange(changeDays(moment, changed, vakanties?.resultaten ?? [], today))
  }
  return (
    <fieldset className="sk-moment">
      <legend className="sk-moment__legend">{t('momenten.moment', { nummer })}</legend>
      <div className="sk-moment__fields">
        <RitmeField moment={moment} today={today} tekst={asked.data?.tekst} onChange={change} />
        <Days moment={moment} onChange={change} />
        <Hours moment={moment} onChange={onChange} />
        <DaysOff moment={moment} today={today} onChange={onChange} />
        <More moment={moment} onChange={onChange} onDays={change} />
      </div>
      <div className="sk-vooruitblik" role="group" aria-label={t('momenten.zo')}>
        <p className="sk-vooruitblik__title">{t('momenten.zo')}</p>
        {fault ? <p>{t(`momenten.fout.${fault}`)}</p> : <Vooruitblik asked={asked} />}
      </div>
      <Button
        variant="tertiary"
        className="sk-moment__remove"
        aria-label={t('momenten.wegNaam', { nummer })}
        onClick={onRemove}
      >
        <Trash2 className="sk-icon" />
        {t('momenten.weg')}
      </Button>
    </fieldset>
  )
}

interface PartProps {
  moment: MomentInvoer
  onChange: (moment: MomentInvoer) => void
}

/** The day itself, of what is once. */
function Days({ moment, onChange }: PartProps) {
  const { t } = useTranslation()
  if (ritmeOf(moment).soort !== 'datum') return null
  return (
    <div className="sk-moment__pair">
      <DayField
        label={t('momenten.dag')}
        value={moment.begin ?? null}
        onChange={(begin) => {
          onChange({ ...moment, begin })
        }}
      />
      <DayField
        label={t('momenten.totDag')}
        value={moment.eind ?? null}
        onChange={(eind) => {
          onChange({ ...moment, eind })
        }}
      />
    </div>
  )
}

function Hours({ moment, onChange }: PartProps) {
  const { t } = useTranslation()
  return (
    <div className="sk-moment__pair">
      <TextField
        label={t('momenten.vanTijd')}
        type="time"
        value={moment.van ?? ''}
        onChange={(van) => {
          onChange({ ...moment, van: van || null })
        }}
      />
      <TextField
        label={t('momenten.totTijd')}
        type="time"
        value={moment.tot ?? ''}
        hint={endsNextDay(moment) ? t('momenten.volgendeDag') : undefined}
        onChange={(tot) => {
          onChange({ ...moment, tot: tot || null })
        }}
      />
    </div>
  )
}

/** What few need; open when there is something in it. */
function More({ moment, onChange, onDays }: PartProps & { onDays: PartProps['onChange'] }) {
  const { t } = useTranslation()
  const once = ritmeOf(moment).soort === 'datum'
  const filled = !!moment.toelichting || (!once && !!(moment.begin ?? lastDay(moment)))
  const [startsOpen] = useState(filled)
  return (
    <details className="sk-moment__more" open={startsOpen}>
      <summary>{t('momenten.meer')}</summary>
      {!once && (
        <div className="sk-moment__pair">
          <DayField
            label={t('momenten.vanaf')}
            value={moment.begin ?? null}
            onChange={(begin) => {
              onDays({ ...moment, begin })
            }}
          />
          <DayField
            label={t('momenten.eind')}
            hint={t('momenten.eindHulp')}
            value={lastDay(moment)}
            onChange={(eind) => {
              onDays(withLastDay(moment, eind))
            }}
          />
        </div>
      )}
      <TextField
        label={t('momenten.toelichting')}
        hint={t('momenten.toelichtingHulp')}
        maxLength={300}
        value={moment.toelichting ?? ''}
        onChange={(text) => {
          onChange({ ...moment, toelichting: text || null })
        }}
      />
    </details>
  )
}
