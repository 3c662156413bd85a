import { Building2, FileText, MapPin, Search, Tag, type LucideIcon } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '@/i18n'
import { useSuggesties } from '@/lib/api/suggesties'
import type { Suggestie } from '@/lib/api/types'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { Highlighted } from './Highlighted'
import './SearchBox.css'

const ICONS: Record<Suggestie['soort'], LucideIcon> = {
  aanbod: FileText,
  organisatie: Building2,
  thema: Tag,
  wijk: MapPin,
}

interface Props {
  label: string
  onSearch: (question: string) => void
  onChoose: (suggestie: Suggestie) => void
}

/** A search box with suggestions: an editable combobox with a list, as ARIA 1.2 describes it. */
export function SearchCombobox({ label, onSearch, onChoose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [question, setQuestion] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const typed = question.trim()
  const suggesties = useSuggesties(useDebounced(typed, 180)).data?.suggesties ?? []
  const expanded = open && typed.length >= 2 && suggesties.length > 0
  const optionId = (index: number) => `${id}-option-${index}`

  function choose(suggestie: Suggestie) {
    setOpen(false)
    onChoose(suggestie)
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = suggesties.length - 1
    const move = (to: number) => {
      event.preventDefault()
      setOpen(true)
      setActive(to)
    }
    const chosen = expanded ? suggesties[active] : undefined
    if (event.key === 'ArrowDown') move(active >= last ? -1 : active + 1)
    else if (event.key === 'ArrowUp') move(active < 0 ? last : active - 1)
    else if (event.key === 'Escape' && expanded) {
      event.preventDefault()
      setOpen(false)
      setActive(-1)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      choose(chosen)
    }
  }

  return (
    <form
      role="search"
      className="sk-search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed)
      }}
    >
      <label htmlFor={`${id}-input`}>{label}</label>
      <div className="sk-search__row">
        <div className="sk-search__field">
          <Search className="sk-icon" />
          <input
            id={`${id}-input`}
            ref={input}
            type="search"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={200}
            aria-autocomplete="list"
            aria-expanded={expanded}
            aria-controls={`${id}-list`}
            aria-activedescendant={expanded && active >= 0 ? optionId(active) : undefined}
            value={question}
            onChange={(event) => {
              setQuestion(event.target.value)
              setOpen(true)
              setActive(-1)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false)
            }}
          />
        </div>
        <button type="submit" className="sk-search__button">
          {t('zoeken.knop')}
        </button>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('zoeken.suggesties')}
          className="sk-search__list"
          hidden={!expanded}
        >
          {suggesties.map((suggestie, i) => (
            <Option
              key={`${suggestie.soort}-${suggestie.slug ?? suggestie.code ?? suggestie.titel}`}
              id={optionId(i)}
              suggestie={suggestie}
              selected={i === active}
              onChoose={choose}
            />
          ))}
        </div>
      </div>
      <p role="status" className="ams-visually-hidden">
        {expanded && t('zoeken.aantalSuggesties', { count: suggesties.length })}
      </p>
    </form>
  )
}

interface OptionProps {
  id: string
  suggestie: Suggestie
  selected: boolean
  onChoose: (suggestie: Suggestie) => void
}

function Option({ id, suggestie, selected, onChoose }: OptionProps) {
  const { t } = useTranslation()
  const Icon = ICONS[suggestie.soort]
  const { soort, titel, ondertitel, markering } = suggestie
  return (
    // The keyboard works from the input, with aria-activedescendant; only the pointer comes here.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className="sk-search__option"
      tabIndex={-1}
      // Before the click the input would lose its focus, and the list would be gone.
      onPointerDown={(event) => {
        event.preventDefault()
      }}
      onClick={() => {
        onChoose(suggestie)
      }}
    >
      <Icon className="sk-icon" />
      <span>
        {markering.length > 0 ? <Highlighted parts={markering} /> : titel}
        {ondertitel && <span className="sk-search__under">{ondertitel}</span>}
      </span>
      <span className="sk-search__kind">{t(`suggestie.${soort}`)}</span>
    </div>
  )
}
