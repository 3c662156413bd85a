import { useRef, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Checkbox, Heading } from '@/components/ams'
import { SearchForm } from '@/components/SearchForm'
import { useVocabularia } from '@/lib/api/vocabularia'
import type { Facetten } from '@/lib/api/types'
import { narrowed, withoutChoices, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { FilterGroup } from './FilterGroup'
import { FILTERS } from './filters'
import { parserOf, useAskedNow, useChangeVraag, useFilteredPage } from './useChangeVraag'
import { useTickedBefore } from './useTickedBefore'
import './FilterPanel.css'

interface Props {
  vraag: Zoekvraag
  facetten: Facetten | undefined
  /** What narrows the time down, which each page does in its own way. */
  when: ReactNode
  /** In the drawer the drawer's own title stands above. */
  titled?: boolean
}

export function FilterPanel({ vraag: answered, facetten, when, titled = true }: Props) {
  const { t } = useTranslation()
  const vraag = useAskedNow(answered)
  const vocabularia = useVocabularia().data
  const change = useChangeVraag()
  const page = useFilteredPage()
  const form = useRef<HTMLFormElement>(null)
  useTickedBefore(form, change, parserOf(page))
  // All at once or not yet: filters that come in one by one would push each other down.
  if (!vocabularia || !facetten) return null
  return (
    <SearchForm ref={form} className="sk-filters" to={page} rest={withoutChoices(vraag)}>
      {titled && (
        <Heading level={2} size="level-4" className="sk-filters__title">
          {t('filters.titel')}
        </Heading>
      )}
      {when}
      {FILTERS.map(({ filter, list, open, byCount }) => (
        <FilterGroup
          key={filter}
          filter={filter}
          terms={list === 'wijken' ? [] : vocabularia[list]}
          facetten={facetten}
          vraag={vraag}
          open={open ?? false}
          byCount={byCount ?? false}
        />
      ))}
      <div className="sk-filters__single">
        <Checkbox
          name="vrijwilligersGezocht"
          value="true"
          checked={vraag.vrijwilligersGezocht ?? false}
          onChange={() => {
            change(
              narrowed(vraag, {
                vrijwilligersGezocht: vraag.vrijwilligersGezocht ? undefined : true,
              }),
            )
          }}
        >
          {t('filters.helpen')}
        </Checkbox>
      </div>
      <noscript>
        {import.meta.env.SSR && (
          <div className="sk-filters__go">
            <Button type="submit">{t('filters.toonLijst')}</Button>
          </div>
        )}
      </noscript>
    </SearchForm>
  )
}
