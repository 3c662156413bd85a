import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { Bewijs } from '@/lib/api/types'
import { TextField } from '../form/TextField'
import { faultOf } from './tweedeStap'

interface Props {
  knop: string
  busy: boolean
  error: Error | null
  /** `onFail` brings somebody back to the field. */
  onSend: (bewijs: Bewijs, onFail: () => void) => void
  /** Whether a recovery code does as well. */
  orRecovery?: boolean
}

/** Asks for a code of the app, or for a recovery code of who does not have it at hand. */
export function BewijsForm({ knop, busy, error, onSend, orRecovery = false }: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<'code' | 'herstelcode'>('code')
  const [typed, setTyped] = useState('')
  const [faultIn, setFaultIn] = useState<typeof kind>()
  const field = useRef<HTMLInputElement>(null)
  const fault = error && faultIn === kind && faultOf(error)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (busy) return
    onSend({ [kind]: typed.trim() }, () => {
      setFaultIn(kind)
      field.current?.focus()
      field.current?.select()
    })
  }

  return (
    <form className="sk-form" aria-label={knop} onSubmit={submit} noValidate>
      <TextField
        key={kind}
        ref={field}
        label={t(`tweedeStap.${kind}`)}
        hint={t(kind === 'code' ? 'tweedeStap.codeHulp' : 'tweedeStap.herstelcodeHulp')}
        {...(kind === 'code' ? APP : PAPER)}
        value={typed}
        onChange={setTyped}
        fault={fault && (typeof fault === 'string' ? t(fault) : fault.said)}
      />
      <Button type="submit" aria-disabled={busy}>
        {busy ? t('tweedeStap.bezig') : knop}
      </Button>
      {orRecovery && (
        <button
          type="button"
          className="sk-link-button"
          onClick={() => {
            setKind(kind === 'code' ? 'herstelcode' : 'code')
            setTyped('')
          }}
        >
          {t(kind === 'code' ? 'tweedeStap.zonderTelefoon' : 'tweedeStap.metApp')}
        </button>
      )}
    </form>
  )
}

const APP = { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 20 } as const
const PAPER = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const
