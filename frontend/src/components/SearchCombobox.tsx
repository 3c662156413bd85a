import { Search } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { useSuggesties } from '@/lib/api/suggesties'
import type { Suggestie } from '@/lib/api/types'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { useHydrated } from '@/lib/navigation/useHydrated'
import { useTypedBefore } from '@/lib/navigation/useTypedBefore'
import { useRecent } from '@/lib/recent/recent'
import { keyOf, SearchChoice, type Choice } from './SearchChoice'
import { SearchForm } from './SearchForm'
import { useCombobox } from './useCombobox'
import './SearchBox.css'

/** From here on there is something to suggest. */
const SHORTEST = 2

interface Props {
  label: string
  onSearch: (question: string) => void
  onChoose: (suggestie: Suggestie) => void
}

/** A search box with suggestions: an editable combobox with a list, as ARIA 1.2 describes it. */
export function SearchCombobox({ label, onSearch, onChoose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [question, setQuestion] = useState('')
  useTypedBefore(field, setQuestion)
  const hydrated = useHydrated()
  const typed = question.trim()
  const { choices, answered } = useChoices(typed)
  const { expanded, open, at, show, close, choose, onKeyDown } = useCombobox(choices, (choice) => {
    if (choice.soort === 'recent') onSearch(choice.titel)
    else onChoose(choice)
  })
  const optionId = (index: number) => `${id}-option-${index}`
  const isRecent = choices[0]?.soort === 'recent'

  return (
    <SearchForm
      role="search"
      className="sk-search"
      onSearch={() => {
        close()
        onSearch(typed)
      }}
    >
      <label htmlFor={`${id}-input`}>{label}</label>
      <div className="sk-search__row">
        <div className="sk-search__field">
          <Search className="sk-icon" />
          <input
            ref={field}
            id={`${id}-input`}
            type="search"
            name="q"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={200}
            // Without script there is no list to choose from.
            {...(hydrated && {
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': expanded,
              'aria-controls': `${id}-list`,
              'aria-activedescendant': at >= 0 ? optionId(at) : undefined,
            })}
            value={question}
            onChange={(event) => {
              setQuestion(event.target.value)
              show()
            }}
            // Earlier questions are there before anything is typed.
            onClick={() => {
              if (!open) show()
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
        </div>
        <button type="submit" className="sk-search__button">
          {t('zoeken.knop')}
        </button>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t(isRecent ? 'recent.titel' : 'zoeken.suggesties')}
          className="sk-search__list"
          hidden={!expanded}
        >
          {choices.map((choice, i) => (
            <SearchChoice
              key={keyOf(choice)}
              id={optionId(i)}
              choice={choice}
              selected={i === at}
              onChoose={choose}
            />
          ))}
        </div>
      </div>
      <p role="status" className="ams-visually-hidden">
        {open &&
          answered &&
          t(isRecent ? 'recent.aantal' : 'zoeken.aantalSuggesties', { count: choices.length })}
      </p>
    </SearchForm>
  )
}

const NONE: readonly Choice[] = []

/** What fits the typed text; before there is any, what was searched for earlier. */
function useChoices(typed: string): { choices: readonly Choice[]; answered: boolean } {
  const { questions } = useRecent()
  const recent = useMemo(
    () => questions.map((titel): Choice => ({ soort: 'recent', titel })),
    [questions],
  )
  const asked = useDebounced(typed, 180)
  const { data, isPlaceholderData } = useSuggesties(asked)
  if (typed === '') return { choices: recent, answered: recent.length > 0 }
  if (typed.length < SHORTEST) return { choices: NONE, answered: false }
  return {
    choices: data?.suggesties ?? NONE,
    answered: data !== undefined && !isPlaceholderData && asked === typed,
  }
}
