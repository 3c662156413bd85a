import { useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { BeheerAccount } from '@/lib/api/types'
import { formatDay } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { RedenForm } from '../redactie/RedenForm'
import { saidOf, useAct } from './accounts'

/** Somebody who may log in, where they are logged in, and what beheer can do about it. */
export function Account({ account }: { account: BeheerAccount }) {
  const { t, language } = useTranslation()
  const { mutate, isPending, error } = useAct(account.id)
  const [asksWhy, setAsksWhy] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const { id, naam, email, rol, inlogdienst, gezienOp, sessies, geblokkeerd, ik, tweedeStap } =
    account
  const said = error && saidOf(error)

  const act = (what: Parameters<typeof mutate>[0]) => {
    if (isPending) return
    mutate(what, {
      onSuccess: () => {
        setAsksWhy(false)
        announce(t(`accounts.gedaan.${typeof what === 'object' ? 'zonderStap' : what}`, { naam }))
        // The button that was pressed has become another one, or is gone.
        item.current?.focus()
      },
    })
  }

  return (
    <li ref={item} tabIndex={-1} className="sk-account">
      <div id={`account-${id}`} className="sk-account__who">
        <Heading level={2} size="level-4">
          {naam}
        </Heading>
        <p>
          {t(`accounts.rol.${rol}`)}
          {ik && `, ${t('accounts.jij')}`}
          {geblokkeerd && (
            <>
              {' · '}
              <strong>{t('accounts.geblokkeerd')}</strong>
            </>
          )}
        </p>
        <p className="sk-small sk-muted">
          {email ?? (inlogdienst && t('accounts.via', { naam: inlogdienst }))}
          <br />
          {tweedeStap && `${t('accounts.tweedeStap')} `}
          {t('accounts.sessies', { count: sessies })}{' '}
          {t('accounts.gezien', { dag: formatDay(gezienOp, language, A_DAY) })}
        </p>
      </div>
      {!ik && (
        <p className="sk-account__actions">
          {sessies > 0 && (
            <Press
              account={account}
              busy={isPending}
              onPress={() => {
                act('uitloggingen')
              }}
            >
              {t('accounts.logUit')}
            </Press>
          )}
          <Press
            account={account}
            busy={isPending}
            onPress={() => {
              act(geblokkeerd ? 'deblokkeringen' : 'blokkeringen')
            }}
          >
            {t(geblokkeerd ? 'accounts.deblokkeer' : 'accounts.blokkeer')}
          </Press>
          {tweedeStap && !asksWhy && (
            <Press
              account={account}
              busy={isPending}
              onPress={() => {
                setAsksWhy(true)
              }}
            >
              {t('accounts.zonderStap')}
            </Press>
          )}
        </p>
      )}
      {asksWhy && tweedeStap && (
        <RedenForm
          vraag={t('accounts.waarom')}
          hulp={t('accounts.waaromHulp')}
          stuur={t('accounts.zonderStap')}
          busy={isPending}
          onSend={(reden) => {
            act({ reden })
          }}
          onCancel={() => {
            setAsksWhy(false)
            item.current?.focus()
          }}
        />
      )}
      <div role="alert" className="sk-account__fault">
        {said && (
          <Notice kind="wrong">
            <p>{typeof said === 'string' ? t(said) : said.said}</p>
          </Notice>
        )}
      </div>
    </li>
  )
}

interface PressProps {
  account: BeheerAccount
  busy: boolean
  onPress: () => void
  children: string
}

function Press({ account, busy, onPress, children }: PressProps) {
  return (
    <Button
      variant="secondary"
      aria-disabled={busy}
      aria-describedby={`account-${account.id}`}
      onClick={onPress}
    >
      {children}
    </Button>
  )
}

const A_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
