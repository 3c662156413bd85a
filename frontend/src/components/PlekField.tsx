import { useQueryClient } from '@tanstack/react-query'
import { MapPin, Search } from 'lucide-react'
import { useId, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/plek.json'
import { adressenQuery, useAdressen } from '@/lib/api/adressen'
import type { Adres } from '@/lib/api/types'
import { config } from '@/lib/config'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { findOutline } from '@/lib/wijken/outlines'
import { ComboboxOption } from './ComboboxOption'
import { Dutch } from './Dutch'
import { useCombobox } from './useCombobox'
import './SearchBox.css'
import './PlekField.css'

alsoSay(texts)

const NONE: readonly Adres[] = []

/**
 * Says where the visitor looks from, by a street, a postcode or a wijk. Nothing is sent before
 * something is typed, and our own server looks it up (ADR 0022). Needs JavaScript: a form without it
 * would put in the address where somebody lives.
 */
export function PlekField({ onChoose }: { onChoose: (adres: Adres) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const { choices, answered, message } = useLookUp(typed.trim())
  const { expanded, open, at, show, close, choose, onKeyDown } = useCombobox(choices, onChoose)
  const optionId = (index: number) => `${id}-option-${index}`

  /** Whoever is done typing means the likeliest. */
  async function chooseFirst() {
    const q = typed.trim()
    const found = q && (await queryClient.query(adressenQuery(q)).catch(() => null))
    const [first] = found ? found.adressen : []
    if (first) choose(first)
  }

  return (
    <form
      className="sk-plek sk-script"
      onSubmit={(event) => {
        event.preventDefault()
        void chooseFirst()
      }}
    >
      <label htmlFor={`${id}-input`}>{t('plek.label')}</label>
      <div className="sk-plek__row">
        <div className="sk-plek__field">
          <Search className="sk-icon" />
          <input
            id={`${id}-input`}
            type="text"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="done"
            maxLength={100}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={expanded}
            aria-controls={`${id}-list`}
            aria-activedescendant={at >= 0 ? optionId(at) : undefined}
            aria-describedby={`${id}-message`}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              show()
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
        </div>
        <button type="submit" className="sk-plek__button">
          {t('plek.knop')}
        </button>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('plek.lijst')}
          className="sk-search__list"
          hidden={!expanded}
        >
          {choices.map((adres, i) => (
            <ComboboxOption
              key={`${adres.soort} ${adres.label}`}
              id={optionId(i)}
              selected={i === at}
              onChoose={() => {
                choose(adres)
              }}
            >
              <AdresText adres={adres} />
            </ComboboxOption>
          ))}
        </div>
      </div>
      <p role="status" id={`${id}-message`} className="sk-plek__message">
        {message && t(message, { gemeente: config.gemeente })}
      </p>
      <p role="status" className="ams-visually-hidden">
        {open && answered && choices.length > 0 && t('plek.aantal', { count: choices.length })}
      </p>
    </form>
  )
}

function AdresText({ adres: { soort, label, wijk } }: { adres: Adres }) {
  const { t } = useTranslation()
  const where = soort === 'wijk' ? undefined : findOutline(wijk)?.naam
  return (
    <>
      <MapPin className="sk-icon" />
      <span>
        <Dutch>{label}</Dutch>
      </span>{' '}
      <span className="sk-search__about">
        {where && (
          <>
            <span className="sk-search__under">
              <Dutch>{where}</Dutch>
            </span>{' '}
          </>
        )}
        <span className="sk-search__kind">{t(`plek.soort.${soort}`)}</span>
      </span>
    </>
  )
}

interface LookUp {
  choices: readonly Adres[]
  /** Whether the choices are for all that was typed. */
  answered: boolean
  message: 'plek.geen' | 'plek.weg' | 'plek.geenVerbinding' | null
}

/** What fits the typed text, and what to say when that is not what somebody hopes for. */
function useLookUp(typed: string): LookUp {
  const asked = useDebounced(typed, 300)
  const { data, isError, isPlaceholderData } = useAdressen(asked)
  if (asked === '' || typed === '') return { choices: NONE, answered: false, message: null }
  const answered = data !== undefined && !isPlaceholderData && asked === typed
  const choices = data?.adressen ?? NONE
  return { choices, answered, message: messageOf() }

  function messageOf(): LookUp['message'] {
    if (isError) return 'plek.geenVerbinding'
    if (data?.gedegradeerd) return 'plek.weg'
    return answered && choices.length === 0 ? 'plek.geen' : null
  }
}
