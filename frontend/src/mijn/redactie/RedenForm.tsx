import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import '../form/form.css'

interface Props {
  vraag: string
  hulp: string
  stuur: string
  busy: boolean
  onSend: (reden: string) => void
  onCancel: () => void
  /** That are often the reason, to put in the field. */
  sentences?: string[]
}

/** Asks why: what the organisation will read. Nothing is sent without a reason. */
export function RedenForm({ vraag, hulp, stuur, busy, onSend, onCancel, sentences = [] }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reden, setReden] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)

  useEffect(() => field.current?.focus(), [])

  function send() {
    if (busy) return
    setIsEmpty(reden.trim() === '')
    if (reden.trim() === '') field.current?.focus()
    else onSend(reden.trim())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
  }

  return (
    <form
      className="sk-reden"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="sk-field">
        <label htmlFor={id}>{vraag}</label>
        <p id={`${id}-hulp`} className="sk-small sk-muted">
          {hulp}
        </p>
        {isEmpty && (
          <p id={`${id}-fout`} className="sk-field__fault" role="alert">
            {t('redactie.reden.leeg')}
          </p>
        )}
        <textarea
          id={id}
          ref={field}
          rows={4}
          maxLength={1000}
          value={reden}
          aria-invalid={isEmpty || undefined}
          aria-describedby={isEmpty ? `${id}-fout` : `${id}-hulp`}
          onKeyDown={onKeyDown}
          onChange={({ target: { value } }) => {
            setReden(value)
          }}
        />
      </div>
      {sentences.length > 0 && (
        <fieldset className="sk-reden__ready">
          <legend className="sk-small">{t('redactie.reden.kies')}</legend>
          {sentences.map((sentence) => (
            <button
              key={sentence}
              type="button"
              onClick={() => {
                setReden((now) => (now.trim() ? `${now.trim()}\n${sentence}` : sentence))
                field.current?.focus()
              }}
            >
              {sentence}
            </button>
          ))}
        </fieldset>
      )}
      <div className="sk-besluit__row">
        <Button type="submit" aria-disabled={busy}>
          {busy ? t('redactie.besluit.bezig') : stuur}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {t('redactie.reden.annuleer')}
        </Button>
      </div>
    </form>
  )
}
