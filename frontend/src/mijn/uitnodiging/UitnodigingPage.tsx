import { useLocation } from '@tanstack/react-router'
import { useRef, useState, type SubmitEvent } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnLeden.json'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isNotFound } from '@/lib/api/errors'
import { useIsDemo } from '@/lib/api/isDemo'
import { isRefusal } from '@/lib/api/queryClient'
import type { Uitnodiging } from '@/lib/api/types'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { TextField } from '../form/TextField'
import { Link } from '../Link'
import { Fout } from '../organisatie/Fout'
import { useSessie } from '../sessie/sessie'
import { useAccept, useUitnodiging } from './uitnodiging'
import '../page.css'
import '../aansluiten/aansluiten.css'

alsoSay(texts)

/** Where the invitation in a mail leads. Looking uses nothing up; a press accepts. */
export function UitnodigingPage() {
  const { t } = useTranslation()
  const token = useLocation({ select: ({ hash }) => hash })
  const { data, error, isFetching, refetch } = useUitnodiging(token)
  const accept = useAccept(token)
  if (accept.data && data) return <Gelukt uitnodiging={data} ingelogd={accept.data.ingelogd} />
  if (!token || isRefusal(error) || isNotFound(accept.error)) return <SpentLink />
  const title = data ? t('uitnodiging.titel', { naam: data.organisatie.naam }) : t('leden.nodigUit')
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={title}>{title}</PageHeading>
      {data && <Vraag uitnodiging={data} accept={accept} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={1} />}
    </div>
  )
}

interface VraagProps {
  uitnodiging: Uitnodiging
  accept: ReturnType<typeof useAccept>
}

function Vraag({ uitnodiging: { email, rol, kentJe }, accept }: VraagProps) {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  const [naam, setNaam] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error } = accept
  if (sessie && sessie.email !== email) {
    return (
      <Notice kind="attention">
        <p>{t('uitnodiging.anderAdres', { email: sessie.email ?? sessie.naam })}</p>
      </Notice>
    )
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    const missing = !kentJe && naam.trim().length < 2
    setEmpty(missing)
    if (missing) field.current?.focus()
    else mutate(kentJe ? null : naam.trim(), { onSuccess: requestHeadingFocus })
  }

  return (
    <form className="sk-form" onSubmit={submit} noValidate>
      <Paragraph>{t('uitnodiging.uitleg', { email })}</Paragraph>
      <Paragraph>
        {t(rol === 'eigenaar' ? 'uitnodiging.alsEigenaar' : 'uitnodiging.alsMedewerker')}
      </Paragraph>
      {!kentJe && (
        <TextField
          ref={field}
          label={t('uitnodiging.naam')}
          autoComplete="name"
          maxLength={80}
          value={naam}
          onChange={setNaam}
          fault={isEmpty && t('uitnodiging.naamLeeg')}
        />
      )}
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'uitnodiging.bezig' : 'uitnodiging.doeMee')}
      </Button>
      <Fout error={error} />
    </form>
  )
}

function Gelukt({ uitnodiging, ingelogd }: { uitnodiging: Uitnodiging; ingelogd: boolean }) {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  const title = t('uitnodiging.gelukt', { naam: uitnodiging.organisatie.naam })
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={title}>{title}</PageHeading>
      {ingelogd ? (
        <p>
          <Link to="/mijn" className="ams-button ams-button--primary">
            {t('uitnodiging.naarAanbod')}
          </Link>
        </p>
      ) : (
        <>
          <Paragraph>
            <strong>{t('uitnodiging.kijk')}.</strong>{' '}
            {t('uitnodiging.link', { email: uitnodiging.email })}
          </Paragraph>
          {isDemo && (
            <p>
              <Link to="/mijn/demo-berichten" className="ams-link sk-read-mail">
                {t('mijn.link.leesMail')}
              </Link>
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** Used, revoked, too old or cut off by the mail program: it is all the same. */
function SpentLink() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('uitnodiging.werktNiet')}>{t('uitnodiging.werktNiet')}</PageHeading>
      <Paragraph>{t('uitnodiging.waarom')}</Paragraph>
      <p>
        <Link to="/mijn" className="ams-button ams-button--primary">
          {t('uitnodiging.logIn')}
        </Link>
      </p>
    </div>
  )
}
