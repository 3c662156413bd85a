import { getRouteApi } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from '@/i18n'
import '@/components/SearchBox.css'
import { useTypedQuestion } from './useTypedQuestion'

const route = getRouteApi('/zoeken')

/** The box above the results: they follow while you type, so it needs no suggestions. */
export function SearchBox() {
  const { t } = useTranslation()
  const id = useId()
  const { typed, type, commit } = useTypedQuestion(route.useSearch().q ?? '')
  return (
    <form
      role="search"
      className="sk-search"
      onSubmit={(event) => {
        event.preventDefault()
        commit()
      }}
    >
      <label htmlFor={id}>{t('zoeken.label')}</label>
      <div className="sk-search__row">
        <div className="sk-search__field">
          <Search className="sk-icon" />
          <input
            id={id}
            type="search"
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
    </form>
  )
}
