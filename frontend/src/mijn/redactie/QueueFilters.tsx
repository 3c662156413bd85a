import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { SelectBox } from '@/components/SelectBox'
import { Select } from '@/components/ams'
import type { TeBeoordelen } from '@/lib/api/types'
import { Link } from '../Link'
import { useGo } from '../useGo'
import type { Filters } from './redactie'
import { redactieSearch, SAMEN } from './search'

/** Which of what waits, and the small changes that can be agreed to together. */
export function QueueFilters({ filters, items }: { filters: Filters; items: TeBeoordelen[] }) {
  const { t } = useTranslation()
  const go = useGo()
  const id = useId()
  const small = items.filter(({ samenGoedTeKeuren }) => samenGoedTeKeuren).length
  const naam = items[0]?.organisatie.naam ?? filters.organisatie
  return (
    <div className="sk-redactie__filters">
      <div className="sk-redactie__filter">
        <label htmlFor={id}>{t('redactie.filter.soort')}</label>
        <SelectBox
          id={id}
          value={filters.soort ?? ''}
          onChange={({ target: { value } }) => {
            go({ to: '/mijn/redactie', search: redactieSearch({ ...filters, soort: value }) })
          }}
        >
          <Select.Option value="">{t('redactie.filter.alles')}</Select.Option>
          <Select.Option value="nieuw">{t('redactie.filter.nieuw')}</Select.Option>
          <Select.Option value="wijziging">{t('redactie.filter.wijziging')}</Select.Option>
        </SelectBox>
      </div>
      {filters.organisatie && (
        <p className="sk-small">
          {t('redactie.filter.organisatie', { naam })}{' '}
          <Link
            to="/mijn/redactie"
            search={redactieSearch({ soort: filters.soort })}
            className="ams-link"
          >
            {t('redactie.filter.weg')}
          </Link>
        </p>
      )}
      {small > 1 && (
        <p className="sk-small">
          {t('redactie.samen.aanbod', { count: small })}{' '}
          <Link
            to="/mijn/redactie"
            search={{ ...filters, aanbod: SAMEN }}
            resetScroll={false}
            className="ams-link"
          >
            {t('redactie.samen.bekijk')}
          </Link>
        </p>
      )}
    </div>
  )
}
