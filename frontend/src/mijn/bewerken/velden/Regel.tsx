import { useId, useState, type HTMLInputTypeAttribute } from 'react'
import { useTranslation } from '@/i18n'
import type { Tip } from '@/lib/api/types'
import { Tips } from './Tips'
import '@/mijn/form/form.css'

export interface RegelProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  onLeave: () => void
  hint?: string | undefined
  /** What somebody else might have written here. */
  example?: string | undefined
  fault?: string | undefined
  tips?: Tip[]
  /** More than one makes it a text area. */
  lines?: number
  /** More signs than this is no fault, but less is better. */
  advised?: number
  type?: HTMLInputTypeAttribute
  inputMode?: 'numeric'
  autoComplete?: string
}

/** A text with its label, help, example, fault, counter and hints. */
export function Regel({ id, label, value, onChange, onLeave, fault, ...more }: RegelProps) {
  const { t } = useTranslation()
  const { hint, example, tips = [], lines = 1, advised, ...input } = more
  const helpId = useId()
  // What is half typed is no fault yet.
  const [typing, setTyping] = useState(false)
  const shown = typing ? undefined : fault
  const parts = { hulp: hint, voorbeeld: example, fout: shown, teller: advised, tips: tips.length }
  const described = Object.entries(parts)
    .filter(([, part]) => Boolean(part))
    .map(([part]) => `${helpId}-${part}`)
  const field = {
    id,
    value,
    'aria-invalid': shown ? true : undefined,
    'aria-describedby': described.join(' ') || undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyping(true)
      onChange(target.value)
    },
    onBlur: () => {
      setTyping(false)
      onLeave()
    },
  }
  return (
    <div className="sk-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${helpId}-hulp`} className="sk-small sk-muted">
          {hint}
        </p>
      )}
      {example && (
        <p id={`${helpId}-voorbeeld`} className="sk-small sk-muted sk-bewerk__example">
          <strong>{t('bewerk.voorbeeldWoord')}</strong> {example}
        </p>
      )}
      {shown && (
        <p id={`${helpId}-fout`} className="sk-field__fault">
          {shown}
        </p>
      )}
      {lines > 1 ? (
        <textarea {...field} rows={lines} />
      ) : (
        <input type="text" {...field} {...input} />
      )}
      {advised && <Counter id={`${helpId}-teller`} length={value.length} advised={advised} />}
      <Tips id={`${helpId}-tips`} tips={tips} value={value} onTake={onChange} />
    </div>
  )
}

function Counter({ id, length, advised }: { id: string; length: number; advised: number }) {
  const { t } = useTranslation()
  const tooLong = length > advised
  return (
    <p id={id} className="sk-small sk-bewerk__counter" data-over={tooLong || undefined}>
      {t(tooLong ? 'bewerk.tellerTeveel' : 'bewerk.teller', {
        aantal: length,
        hoogstens: advised,
      })}
    </p>
  )
}
