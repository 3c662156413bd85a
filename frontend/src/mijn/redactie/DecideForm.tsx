import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { config } from '@/lib/config'
import type { Uitspraak } from './redactie'
import { SENTENCES } from './sentences'
import '../form/form.css'

export type Asked = Exclude<Uitspraak, 'goedgekeurd'>

interface Props {
  uitspraak: Asked
  busy: boolean
  onSend: (reden: string) => void
  onCancel: () => void
}

/** Why something comes back or is refused: what the organisation will read. */
export function DecideForm({ uitspraak, busy, onSend, onCancel }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reden, setReden] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  const asks = uitspraak === 'teruggestuurd'

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
        <label htmlFor={id}>{t(asks ? 'redactie.reden.vraag' : 'redactie.reden.afwijzen')}</label>
        <p id={`${id}-hulp`} className="sk-small sk-muted">
          {t('redactie.reden.hulp')}
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
      <fieldset className="sk-reden__ready">
        <legend className="sk-small">{t('redactie.reden.kies')}</legend>
        {SENTENCES[uitspraak].map((key) => {
          const sentence = t(key, { gemeente: config.gemeente })
          return (
            <button
              key={key}
              type="button"
              onClick={() => {
                setReden((now) => (now.trim() ? `${now.trim()}\n${sentence}` : sentence))
                field.current?.focus()
              }}
            >
              {sentence}
            </button>
          )
        })}
      </fieldset>
      <div className="sk-besluit__row">
        <Button type="submit" aria-disabled={busy}>
          {t(
            busy
              ? 'redactie.besluit.bezig'
              : asks
                ? 'redactie.reden.stuurVraag'
                : 'redactie.reden.stuurAfwijzing',
          )}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {t('redactie.reden.annuleer')}
        </Button>
      </div>
    </form>
  )
}
