import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'
import { TextField } from '../form/TextField'

interface Props {
  ja: string
  nee: string
  /** What a no takes away. */
  uitleg?: string
  naam: string
  busy: boolean
  error: Error | null
  onJa: () => void
  onNee: (reden: string) => void
}

/** Yes, or no with a reason that is asked before anything happens. */
export function Afwijzen({ ja, nee, uitleg, naam, busy, error, onJa, onNee }: Props) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const [reden, setReden] = useState('')
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (asks) field.current?.focus()
    else if (wasAsking.current) no.current?.focus()
    wasAsking.current = asks
  }, [asks])

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (busy) return
    setEmpty(!reden.trim())
    if (reden.trim()) onNee(reden.trim())
    else field.current?.focus()
  }

  return (
    <>
      {asks ? (
        <form className="sk-form" onSubmit={submit} noValidate>
          <TextField
            ref={field}
            label={t('aanmeldingen.reden')}
            hint={t('aanmeldingen.redenHulp')}
            fault={empty && t('aanmeldingen.redenLeeg')}
            maxLength={300}
            value={reden}
            onChange={setReden}
          />
          {uitleg && <p>{uitleg}</p>}
          <p className="sk-actions">
            <Button type="submit" aria-disabled={busy}>
              {t('aanmeldingen.wijsNuAf')}
            </Button>
            <Button
              variant="secondary"
              onClick={() => {
                setAsks(false)
              }}
            >
              {t('aanmeldingen.tochNiet')}
            </Button>
          </p>
        </form>
      ) : (
        <p className="sk-actions" role="group" aria-label={naam}>
          <Button aria-disabled={busy} onClick={onJa}>
            {ja}
          </Button>
          <Button
            ref={no}
            variant="secondary"
            aria-disabled={busy}
            onClick={() => {
              setAsks(true)
            }}
          >
            {nee}
          </Button>
        </p>
      )}
      <div role="alert">
        {error && (
          <Notice kind="wrong">
            <p>{t(wasFirst(error) ? 'aanmeldingen.voor' : 'aanmeldingen.mislukt')}</p>
          </Notice>
        )}
      </div>
    </>
  )
}

/** Somebody else decided meanwhile, or it was taken back. */
const wasFirst = (error: Error) =>
  error instanceof ApiProblem && (error.status === 409 || error.status === 404)
