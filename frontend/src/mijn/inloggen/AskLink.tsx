import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { useIsDemo } from '@/lib/api/isDemo'
import { TextField } from '../form/TextField'
import { Link } from '../Link'
import { useAskLink } from './useAskLink'

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

  if (data) return <Sent email={variables} minuten={data.geldigMinuten} onAgain={reset} />
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

function Sent({
  email,
  minuten,
  onAgain,
}: {
  email: string
  minuten: number
  onAgain: () => void
}) {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that was pressed is gone.
    heading.current?.focus()
  }, [])
  return (
    <section className="sk-form">
      <Heading level={2} size="level-3" ref={heading} tabIndex={-1}>
        {t('mijn.link.kijk')}
      </Heading>
      <Paragraph>{t('mijn.link.verstuurd', { email })}</Paragraph>
      <Paragraph>{t('mijn.link.geldig', { minuten })}</Paragraph>
      {isDemo && (
        <Notice>
          <p>{t('mijn.link.demo')}</p>
          <p>
            <Link to="/mijn/demo-berichten" className="ams-link sk-read-mail">
              {t('mijn.link.leesMail')}
            </Link>
          </p>
        </Notice>
      )}
      <Button variant="secondary" onClick={onAgain}>
        {t('mijn.link.ander')}
      </Button>
    </section>
  )
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'mijn.fout.geenVerbinding'
  if (!(error instanceof ApiProblem)) return 'fout.mislukt'
  if (error.status === 400) return 'mijn.fout.adres'
  return error.status === 429 ? 'mijn.fout.teVaak' : 'fout.mislukt'
}
