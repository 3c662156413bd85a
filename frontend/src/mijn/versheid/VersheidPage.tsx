import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnVersheid.json'
import { Button, Select } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { SelectBox } from '@/components/SelectBox'
import type { Versheid } from '@/lib/api/types'
import { downloadCsv } from '../csv'
import { RedactieNav } from '../redactie/RedactieNav'
import { Table } from './Table'
import { asCsv, COLUMNS, partOf, PER, versheidQuery, type Per } from './versheid'
import '../page.css'
import './versheid.css'

alsoSay(texts)

/** What of the map was looked at in time: a sentence, and a table to see where it is not. */
export function VersheidPage() {
  const { t } = useTranslation()
  const [per, setPer] = useState<Per>('organisatie')
  const { data, error, isFetching, refetch } = useQuery(versheidQuery(per))
  const id = useId()
  return (
    <div className="sk-container sk-mijn">
      <RedactieNav />
      <PageHeading title={t('versheid.titel')}>{t('versheid.titel')}</PageHeading>
      {data && <Sum versheid={data} />}
      <div className="sk-versheid__per">
        <label htmlFor={id}>{t('versheid.per')}</label>
        <SelectBox
          id={id}
          value={per}
          onChange={({ target: { value } }) => {
            setPer(PER.find((one) => one === value) ?? 'organisatie')
          }}
        >
          {PER.map((one) => (
            <Select.Option key={one} value={one}>
              {t(`versheid.soort.${one}`)}
            </Select.Option>
          ))}
        </SelectBox>
      </div>
      {per !== 'organisatie' && <p className="sk-small sk-muted">{t('versheid.dubbel')}</p>}
      {data && <Table key={per} rows={data.rijen} per={per} />}
      {data && <Download versheid={data} per={per} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
    </div>
  )
}

function Sum({ versheid: { geheel } }: { versheid: Versheid }) {
  const { t, language } = useTranslation()
  const { totaal, opTijd, teLaat, nooit } = geheel
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const deel = percent.format(partOf(geheel))
  return (
    <p>
      <strong>{t('versheid.som', { count: totaal, opTijd, deel })}</strong>{' '}
      {totaal > 0 && t('versheid.rest', { teLaat, nooit })}
    </p>
  )
}

function Download({ versheid, per }: { versheid: Versheid; per: Per }) {
  const { t } = useTranslation()
  return (
    <Button
      variant="secondary"
      onClick={() => {
        const heads = COLUMNS.map((column) => t(`versheid.kolom.${column}`))
        downloadCsv(`versheid-per-${per}.csv`, asCsv(versheid.rijen, heads))
      }}
    >
      {t('versheid.csv')}
    </Button>
  )
}
