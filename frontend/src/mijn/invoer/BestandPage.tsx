import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnInvoer.json'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isNotFound } from '@/lib/api/errors'
import { Link } from '../Link'
import { NotFoundPage } from '../NotFoundPage'
import { invoerQuery, isBusy, type Invoer } from './invoer'
import { Mapping } from './Mapping'
import { Done, Seen, Undone } from './Outcome'
import { Progress } from './Progress'
import { Rows } from './Rows'
import '../page.css'
import './invoer.css'

alsoSay(texts)

/** One file: mapping its columns, what will happen, doing it, and what came of it. */
export function BestandPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { data, error, isFetching, refetch } = useQuery(invoerQuery(id))
  if (isNotFound(error)) return <NotFoundPage />
  if (data) return <Bestand invoer={data} />
  return (
    <div className="sk-container sk-mijn">
      {error ? (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      ) : (
        <ResultSkeleton count={2} />
      )}
    </div>
  )
}

/** What was pressed goes away with what it was for; whoever pressed it goes on at what came instead. */
function useFocusAfter(stand: Invoer['stand']) {
  const shown = useRef(stand)
  useEffect(() => {
    if (shown.current === stand) return
    shown.current = stand
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.sk-invoer h2')?.focus({ preventScroll: true })
  }, [stand])
}

function Bestand({ invoer }: { invoer: Invoer }) {
  const { t } = useTranslation()
  // Somebody looks at the columns again after seeing what would happen.
  const [again, setAgain] = useState(false)
  const { stand, organisatie } = invoer
  useFocusAfter(stand)
  const mapping = stand === 'koppelen' || (stand === 'nagekeken' && again)
  return (
    <div className="sk-container sk-mijn sk-invoer">
      <Link
        to="/mijn/invoer"
        search={{ organisatie: organisatie.id }}
        className="ams-link sk-invoer__back"
      >
        <ArrowLeft className="sk-icon" />
        {t('mijn.invoer.terugNaar')}
      </Link>
      <div>
        <PageHeading title={invoer.bestandsnaam}>{invoer.bestandsnaam}</PageHeading>
        <p className="sk-muted">{t('mijn.invoer.voor', { organisatie: organisatie.naam })}</p>
      </div>
      {mapping && (
        <Mapping
          invoer={invoer}
          onAsked={() => {
            setAgain(false)
          }}
        />
      )}
      {isBusy(invoer) && <Progress invoer={invoer} />}
      {stand === 'nagekeken' && !again && (
        <Seen
          invoer={invoer}
          onAgain={() => {
            setAgain(true)
          }}
        />
      )}
      {stand === 'klaar' && <Done invoer={invoer} />}
      {stand === 'teruggedraaid' && <Undone invoer={invoer} />}
      {!mapping && !isBusy(invoer) && <Rows key={stand} invoer={invoer} />}
    </div>
  )
}
