import { getRouteApi } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { SearchForm } from '@/components/SearchForm'
import { useTypedBefore } from '@/lib/navigation/useTypedBefore'
import { asking } from '@/lib/zoekvraag/zoekvraag'
import '@/components/SearchBox.css'
import { useTypedQuestion } from './useTypedQuestion'

const route = getRouteApi('/zoeken')

/** The box above the results: they follow while you type, so it needs no suggestions. */
export function SearchBox() {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const vraag = route.useSearch()
  const { typed, type, commit } = useTypedQuestion(vraag.q ?? '')
  useTypedBefore(field, type)
  return (
    <SearchForm role="search" className="sk-search" rest={asking(vraag, '')} onSearch={commit}>
      <label htmlFor={id}>{t('zoeken.label')}</label>
      <div className="sk-search__row">
        <div className="sk-search__field">
          <Search className="sk-icon" />
          <input
            ref={field}
            id={id}
            type="search"
            name="q"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={200}
            value={typed}
            onChange={(event) => {
              type(event.target.value)
            }}
          />
        </div>
        <button type="submit" className="sk-search__button">
          {t('zoeken.knop')}
        </button>
      </div>
    </SearchForm>
  )
}
