import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { TextField } from '../form/TextField'
import { useGo } from '../useGo'
import { isWhole, useLogIn } from './useLogIn'

/** For who has a password: in the demo, and for who works for the municipality. */
export function PasswordForm() {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [wachtwoord, setWachtwoord] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error } = useLogIn()
  const go = useGo()

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    mutate(
      { email, wachtwoord },
      {
        onSuccess: (answer) => {
          if (!isWhole(answer)) go({ to: '/mijn/inloggen/code' })
        },
        onError: () => {
          field.current?.focus()
        },
      },
    )
  }

  return (
    <form className="sk-form" onSubmit={submit} noValidate>
      <TextField
        ref={field}
        label={t('mijn.email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        fault={error && t(faultOf(error))}
      />
      <TextField
        label={t('mijn.wachtwoord')}
        type="password"
        autoComplete="current-password"
        value={wachtwoord}
        onChange={setWachtwoord}
      />
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'mijn.bezigIn' : 'mijn.logIn')}
      </Button>
    </form>
  )
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'mijn.fout.geenVerbinding'
  if (!(error instanceof ApiProblem)) return 'fout.mislukt'
  if (error.status === 400) return 'mijn.fout.invullen'
  if (error.status === 401) return 'mijn.fout.hoortNiet'
  return error.status === 429 ? 'mijn.fout.teVaak' : 'fout.mislukt'
}
