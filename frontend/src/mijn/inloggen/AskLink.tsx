import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { TextField } from '../form/TextField'
import { useAskLink } from './useAskLink'
import { Verstuurd } from './Verstuurd'

/** Somebody's address, to which a link goes when we know it; the page never tells whether we do. */
export function AskLink({
  knop = 'mijn.link.vraag',
}: {
  knop?: 'mijn.link.vraag' | 'mijn.link.nieuw'
}) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error, data, variables, reset } = useAskLink()

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    mutate(email.trim(), {
      onError: () => {
        field.current?.focus()
      },
    })
  }

  if (data) {
    const says = {
      titel: t('mijn.link.kijk'),
      verstuurd: t('mijn.link.verstuurd', { email: variables }),
      geldig: t('mijn.link.geldig', { minuten: data.geldigMinuten }),
      opnieuw: t('mijn.link.ander'),
    }
    return <Verstuurd says={says} onAgain={reset} />
  }
  return (
    <form className="sk-form" onSubmit={submit} noValidate>
      <TextField
        ref={field}
        label={t('mijn.email')}
        hint={t('mijn.link.hulp')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        fault={error && t(faultOf(error))}
      />
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'mijn.link.bezig' : knop)}
      </Button>
    </form>
  )
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'mijn.fout.geenVerbinding'
  if (!(error instanceof ApiProblem)) return 'fout.mislukt'
  if (error.status === 400) return 'mijn.fout.adres'
  return error.status === 429 ? 'mijn.fout.teVaak' : 'fout.mislukt'
}
