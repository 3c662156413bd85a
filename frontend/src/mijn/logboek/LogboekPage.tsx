import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnLogboek.json'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { SelectBox } from '@/components/SelectBox'
import { isForbidden } from '@/lib/api/errors'
import { formatDay } from '@/lib/dates/localTime'
import { TextField } from '../form/TextField'
import { More } from '../More'
import { RedactieNav } from '../redactie/RedactieNav'
import { ALL, byDay, isBackwards, logboekQuery, ONDERWERPEN, type Wanted } from './logboek'
import { Regel } from './Regel'
import '../page.css'
import './logboek.css'

alsoSay(texts)

/** For beheer: who did what to which record, and what it was. */
export function LogboekPage() {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(ALL)
  const found = useInfiniteQuery(logboekQuery(wanted))
  const { data, error, isFetching, refetch } = found
  const backwards = isBackwards(wanted)
  return (
    <div className="sk-container sk-mijn sk-redactie">
      <RedactieNav />
      <PageHeading title={t('mijn.logboek.titel')}>{t('mijn.logboek.titel')}</PageHeading>
      <Paragraph>{t('mijn.logboek.uitleg')}</Paragraph>
      {!isForbidden(error) && (
        <Choices wanted={wanted} backwards={backwards} onChange={setWanted} />
      )}
      {data?.length === 0 && (
        <Paragraph>{t(wanted === ALL ? 'mijn.logboek.nogNiets' : 'mijn.logboek.niets')}</Paragraph>
      )}
      {data && <Days days={byDay(data)} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && !backwards && <ResultSkeleton count={4} />}
      <More query={found}>{t('mijn.logboek.meer')}</More>
    </div>
  )
}

interface ChoicesProps {
  wanted: Wanted
  backwards: boolean
  onChange: (wanted: Wanted) => void
}

function Choices({ wanted, backwards, onChange }: ChoicesProps) {
  const { t } = useTranslation()
  const day = (field: 'datumVan' | 'datumTot') => ({
    type: 'date',
    value: wanted[field],
    onChange: (value: string) => {
      onChange({ ...wanted, [field]: value })
    },
  })
  return (
    <fieldset className="sk-logboek__choices">
      <legend className="ams-visually-hidden">{t('mijn.logboek.kies')}</legend>
      <div className="sk-field">
        <label htmlFor="logboek-onderwerp">{t('mijn.logboek.onderwerp')}</label>
        <SelectBox
          id="logboek-onderwerp"
          value={wanted.onderwerp}
          onChange={({ target }) => {
            onChange({ ...wanted, onderwerp: target.value })
          }}
        >
          <option value="">{t('mijn.logboek.alles')}</option>
          {ONDERWERPEN.map((each) => (
            <option key={each} value={each}>
              {t(`mijn.logboek.soort.${each}`)}
            </option>
          ))}
        </SelectBox>
      </div>
      <TextField label={t('mijn.logboek.van')} {...day('datumVan')} />
      <TextField
        label={t('mijn.logboek.tot')}
        fault={backwards && t('mijn.logboek.periode')}
        {...day('datumTot')}
      />
    </fieldset>
  )
}

function Days({ days }: { days: ReturnType<typeof byDay> }) {
  const { language } = useTranslation()
  return days.map(({ day, regels }) => (
    <section key={day} className="sk-logboek__day" aria-labelledby={`dag-${day}`}>
      <Heading level={2} size="level-4" id={`dag-${day}`} className="sk-logboek__date">
        {formatDay(day, language, A_DAY)}
      </Heading>
      <ol className="sk-logboek__list">
        {regels.map((regel) => (
          <Regel key={regel.id} regel={regel} />
        ))}
      </ol>
    </section>
  ))
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
