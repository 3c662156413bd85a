import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnBewerken.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { ApiProblem, isNotFound } from '@/lib/api/errors'
import { Link } from '../Link'
import { NotFoundPage } from '../NotFoundPage'
import { useSessie } from '../sessie/sessie'
import { bewerkingQuery } from './bewerken'
import { EditorView } from './EditorView'
import { Ingediend } from './Ingediend'
import type { Ingediend as What } from './Klaar'
import '../page.css'
import './bewerken.css'

alsoSay(texts)

const NOT_ALLOWED = 403

/** Where somebody writes one listing, from nothing to handed in. */
export function BewerkPage() {
  // The router's own types know the addresses of residents.
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  return <Loaded key={id} id={id} />
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  const { data, error, isFetching, refetch } = useQuery(bewerkingQuery(id))
  const [done, setDone] = useState<What | null>(null)
  if (isNotFound(error) || (error instanceof ApiProblem && error.status === 400)) {
    return <NotFoundPage />
  }
  if (error instanceof ApiProblem && error.status === NOT_ALLOWED) return <NotYours />
  if (done && data) {
    return (
      <Ingediend
        what={done}
        onAgain={() => {
          void refetch().then(() => {
            setDone(null)
          })
        }}
      />
    )
  }
  if (data && sessie) {
    return <EditorView key={data.versie} first={data} wie={sessie.accountId} onDone={setDone} />
  }
  return (
    <div className="sk-container sk-mijn" aria-busy={isFetching}>
      {error ? (
        <>
          <PageHeading title={t('mijn.titel')}>{t('mijn.titel')}</PageHeading>
          <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
        </>
      ) : (
        <ResultSkeleton count={2} />
      )}
    </div>
  )
}

function NotYours() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('bewerk.geenToegang')}>{t('bewerk.geenToegang')}</PageHeading>
      <Paragraph>{t('bewerk.geenToegangUitleg')}</Paragraph>
      <p>
        <Link to="/mijn" className="ams-button ams-button--primary">
          {t('bewerk.terug')}
        </Link>
      </p>
    </div>
  )
}
