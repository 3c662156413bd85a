import { useTranslation } from '@/i18n'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isNotFound } from '@/lib/api/errors'
import { isRefusal } from '@/lib/api/queryClient'
import type { Aansluitlink } from '@/lib/api/types'
import { Link } from '../Link'
import { useConfirmLink, useLink, type Uitkomst } from './aansluiten'
import { wholeFault } from './form'

interface Props {
  token: string
  onDone: (uitkomst: Uitkomst) => void
}

/**
 * What the link in the mail would do. Only the press of the button does it: mail programs that look
 * at what is behind a link, to see whether it is safe, use nothing up.
 */
export function Bevestig({ token, onDone }: Props) {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useLink(token)
  const confirm = useConfirmLink(token)
  if (isRefusal(error) || isNotFound(confirm.error)) return <SpentLink />
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('aansluiten.klopt')}>{t('aansluiten.klopt')}</PageHeading>
      {data && <WhatItDoes link={data} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={1} />}
      <div role="alert">
        {confirm.error && (
          <Notice kind="wrong">
            <Said fault={wholeFault(confirm.error)} />
          </Notice>
        )}
      </div>
      {data && (
        <Button
          aria-disabled={confirm.isPending}
          onClick={() => {
            if (!confirm.isPending) confirm.mutate(undefined, { onSuccess: onDone })
          }}
        >
          {t(confirm.isPending ? 'aansluiten.bezigBevestigen' : 'aansluiten.bevestig')}
        </Button>
      )}
    </div>
  )
}

function WhatItDoes({ link }: { link: Aansluitlink }) {
  const { t } = useTranslation()
  const { naam, email, nieuw, organisatie } = link
  return (
    <>
      <dl className="sk-facts">
        <dt>{t(nieuw ? 'aansluiten.jeMeldtAan' : 'aansluiten.jeWiltBij')}</dt>
        <dd>
          <strong>{nieuw?.naam ?? organisatie?.naam ?? t('aansluiten.weg')}</strong>
          {nieuw && <span>{t(`aansluiten.soorten.${nieuw.categorie}`)}</span>}
        </dd>
        <dt>{t('aansluiten.jeBent')}</dt>
        <dd>
          <strong>{naam}</strong>
          <span>{email}</span>
        </dd>
      </dl>
      <Paragraph>{t('aansluiten.kloptUitleg')}</Paragraph>
    </>
  )
}

function Said({ fault }: { fault: ReturnType<typeof wholeFault> }) {
  const { t } = useTranslation()
  return <p>{typeof fault === 'string' ? t(fault) : fault.said}</p>
}

/** Used, too old or cut off by the mail program: it is all the same. */
function SpentLink() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('aansluiten.werktNiet')}>{t('aansluiten.werktNiet')}</PageHeading>
      <Paragraph>{t('aansluiten.waarom')}</Paragraph>
      <p className="sk-actions">
        <Link to="/mijn/aansluiten" hash="" className="ams-button ams-button--primary">
          {t('aansluiten.opnieuw')}
        </Link>
        <Link to="/mijn" className="ams-button ams-button--secondary">
          {t('aansluiten.logIn')}
        </Link>
      </p>
    </div>
  )
}
