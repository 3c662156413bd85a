import { useEffect, useId, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { Nakijkpunt } from '@/lib/api/types'
import { Fault } from '../redactie/QueueItem'
import { useTurnBack, type Uitkomst } from './achteraf'
import '../form/form.css'

interface Props {
  punt: Nakijkpunt
  onDone: (uitkomst: Uitkomst) => void
  onCancel: () => void
  onRefresh: () => void
}

/** Why something goes back to what it was: what the organisation will read. */
export function Terugdraaien({ punt, onDone, onCancel, onRefresh }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reden, setReden] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  const { mutate, isPending, error } = useTurnBack(punt, onDone)
  const isNew = punt.soort === 'nieuw'

  useEffect(() => field.current?.focus(), [])

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    setIsEmpty(reden.trim() === '')
    if (reden.trim() === '') field.current?.focus()
    else mutate(reden.trim())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
  }

  return (
    <form className="sk-reden" noValidate onSubmit={submit}>
      <div className="sk-field">
        <label htmlFor={id}>
          {t(isNew ? 'achteraf.terug.vraagNieuw' : 'achteraf.terug.vraag')}
        </label>
        <p id={`${id}-hulp`} className="sk-small sk-muted">
          {t('achteraf.terug.hulp')}
        </p>
        {isEmpty && (
          <p id={`${id}-fout`} className="sk-field__fault" role="alert">
            {t('achteraf.terug.leeg')}
          </p>
        )}
        <textarea
          id={id}
          ref={field}
          rows={3}
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
      <div className="sk-besluit__row">
        <Button type="submit" aria-disabled={isPending}>
          {t(
            isPending
              ? 'achteraf.bezig'
              : isNew
                ? 'achteraf.terug.stuurNieuw'
                : 'achteraf.terug.stuur',
          )}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {t('achteraf.terug.tochNiet')}
        </Button>
      </div>
      <div role="alert">{error && <Fault error={error} onRefresh={onRefresh} />}</div>
    </form>
  )
}
