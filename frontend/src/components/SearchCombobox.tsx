import { Search } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/zoekvak.json'
import { useSuggesties, useVoorbeelden } from '@/lib/api/suggesties'
import type { Suggestie } from '@/lib/api/types'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { useHydrated } from '@/lib/navigation/useHydrated'
import { useTypedBefore } from '@/lib/navigation/useTypedBefore'
import { useRecent } from '@/lib/recent/recent'
import { isQuestion, keyOf, SearchChoice, type Choice } from './SearchChoice'
import { SearchForm } from './SearchForm'
import { useCombobox } from './useCombobox'
import './SearchBox.css'

alsoSay(texts)

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
  const [visited, setVisited] = useState(false)
  useTypedBefore(field, setQuestion)
  const hydrated = useHydrated()
  const typed = question.trim()
  const { choices, answered } = useChoices(typed, visited)
  const { expanded, open, at, show, close, choose, onKeyDown } = useCombobox(choices, (choice) => {
    if (isQuestion(choice)) onSearch(choice.titel)
    else onChoose(choice)
  })
  const optionId = (index: number) => `${id}-option-${index}`
  const texts = TEXTS[choices[0] && isQuestion(choices[0]) ? choices[0].soort : 'suggestie']

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
            onFocus={() => {
              setVisited(true)
            }}
            // Earlier questions or examples are there before anything is typed.
            onClick={() => {
              if (!open) show()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !expanded) {
                // Whoever empties the box asks for no list.
                event.preventDefault()
                setQuestion('')
                close()
              } else onKeyDown(event)
            }}
            onBlur={close}
          />
        </div>
        <button type="submit" className="sk-search__button">
          {t('zoeken.knop')}
        </button>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t(texts.label)}
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
        {open && answered && t(texts.count, { count: choices.length })}
      </p>
    </SearchForm>
  )
}

const TEXTS = {
  recent: { label: 'recent.titel', count: 'recent.aantal' },
  voorbeeld: { label: 'zoeken.voorbeelden', count: 'zoeken.aantalVoorbeelden' },
  suggestie: { label: 'zoeken.suggesties', count: 'zoeken.aantalSuggesties' },
} as const

const NONE: readonly Choice[] = []

/**
 * What fits the typed text; before there is any, what was searched for earlier, or else what one
 * may ask. The examples are fetched once somebody comes to the box.
 */
function useChoices(
  typed: string,
  visited: boolean,
): { choices: readonly Choice[]; answered: boolean } {
  const { code } = useTranslation()
  const { questions } = useRecent()
  // The examples are in Dutch.
  const wanted = visited && typed === '' && questions.length === 0 && code === 'nl'
  const { data: examples } = useVoorbeelden(wanted)
  const asking = useMemo(
    (): readonly Choice[] =>
      questions.length > 0
        ? questions.map((titel) => ({ soort: 'recent', titel }))
        : (examples?.suggesties.map(({ titel }) => ({ soort: 'voorbeeld', titel })) ?? NONE),
    [questions, examples],
  )
  const asked = useDebounced(typed, 180)
  const { data, isPlaceholderData } = useSuggesties(asked)
  if (typed === '') return { choices: asking, answered: asking.length > 0 }
  if (typed.length < SHORTEST) return { choices: NONE, answered: false }
  return {
    choices: data?.suggesties ?? NONE,
    answered: data !== undefined && !isPlaceholderData && asked === typed,
  }
}
