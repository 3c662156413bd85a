import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAccounts.json'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isForbidden } from '@/lib/api/errors'
import { TextField } from '../form/TextField'
import { More } from '../More'
import { RedactieNav } from '../redactie/RedactieNav'
import { Account } from './Account'
import { accountsQuery } from './accounts'
import '../page.css'
import './accounts.css'

alsoSay(texts)

/** For beheer: who may log in and is logged in, and ending that. */
export function AccountsPage() {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const found = useInfiniteQuery(accountsQuery(email))
  const { data, error, isFetching, refetch } = found
  return (
    <div className="sk-container sk-mijn sk-redactie">
      <RedactieNav />
      <PageHeading title={t('accounts.titel')}>{t('accounts.titel')}</PageHeading>
      <Paragraph>{t('accounts.uitleg')}</Paragraph>
      {!isForbidden(error) && <Search asked={email} onAsk={setEmail} />}
      {data && (
        <p role="status">{email ? t('accounts.gevonden', { count: data.length, email }) : null}</p>
      )}
      <ul className="sk-accounts">
        {data?.map((account) => (
          <Account key={account.id} account={account} />
        ))}
      </ul>
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
      <More query={found}>{t('accounts.meer')}</More>
    </div>
  )
}

interface SearchProps {
  asked: string
  onAsk: (email: string) => void
}

/** Members are many: they are found by the address that they log in with. */
function Search({ asked, onAsk }: SearchProps) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState(false)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const typed = email.trim()
    const isAddress = ADDRESS.test(typed)
    setWrong(!isAddress)
    if (isAddress) onAsk(typed)
  }

  return (
    <form className="sk-form" role="search" onSubmit={submit} noValidate>
      <TextField
        label={t('accounts.zoek')}
        hint={t('accounts.zoekHulp')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={setEmail}
        fault={wrong && t('accounts.fout.adres')}
      />
      <p className="sk-account__actions">
        <Button type="submit">{t('accounts.zoekKnop')}</Button>
        {asked && (
          <Button
            variant="secondary"
            onClick={() => {
              setEmail('')
              setWrong(false)
              onAsk('')
            }}
          >
            {t('accounts.toonMedewerkers')}
          </Button>
        )}
      </p>
    </form>
  )
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/
