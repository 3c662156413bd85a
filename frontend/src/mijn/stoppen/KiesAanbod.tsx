import { useState } from 'react'
import { useTranslation } from '@/i18n'
import type { Resultaat } from '@/lib/api/types'
import { useZoeken } from '@/lib/api/zoeken'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { TextField } from '../form/TextField'

/** Of a listing what somebody has to know who sends people there. */
export type Gekozen = Pick<Resultaat, 'id' | 'titel' | 'organisatie'>

interface Props {
  label: string
  fault?: string | undefined
  /** The listing that people come from, which is no answer. */
  not: string
  onChoose: (gekozen: Gekozen) => void
}

const STILL_MS = 350
const SHOWN = 5

/** Finds something that is on the map, by the words in which residents search too. */
export function KiesAanbod({ label, fault, not, onChoose }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const q = useDebounced(words.trim(), STILL_MS)
  const { data, isError } = useZoeken({ q, pageSize: SHOWN + 1 }, q.length > 1)
  const asked = words.trim().length > 1
  const found = asked ? (data?.resultaten.filter(({ id }) => id !== not).slice(0, SHOWN) ?? []) : []
  return (
    <div className="sk-kies">
      <TextField
        label={label}
        hint={t('stoppen.zoekHulp')}
        fault={fault}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={words}
        onChange={setWords}
        // The button is for what was chosen.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <p role="status" className="sk-small">
        {asked && isError && t('stoppen.zoekMislukt')}
        {asked && data && found.length === 0 && t('stoppen.niets')}
        {found.length > 0 && t('stoppen.gevonden')}
      </p>
      {found.length > 0 && (
        <ul className="sk-kies__found">
          {found.map(({ id, titel, organisatie }) => (
            <li key={id}>
              <button
                type="button"
                className="sk-inrow__choice sk-kies__one"
                onClick={() => {
                  onChoose({ id, titel, organisatie })
                }}
              >
                <strong>{titel}</strong>{' '}
                <span className="sk-small">
                  {t('stoppen.van', { organisatie: organisatie.naam })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
