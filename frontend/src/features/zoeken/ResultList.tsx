import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { ResultCard } from '@/components/ResultCard'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { Button } from '@/components/ams'
import { ApiProblem } from '@/lib/api/errors'
import type { Zoekresultaat } from '@/lib/api/types'
import type { useZoeken } from '@/lib/api/zoeken'
import { useNow } from '@/lib/dates/now'
import type { LabelOf } from '@/lib/wording/labels'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { foundLittle } from './gat/foundLittle'
import { MeldGat } from './gat/LazyMeldGat'
import { NoResults } from './LazyNoResults'
import { Pager } from './Pager'

interface Props {
  results: ReturnType<typeof useZoeken>
  vraag: Zoekvraag
  labelOf: LabelOf
  backTo: string
  pointed: string | null
  onPoint: (slug: string | null) => void
}

/** The results and every state they can be in. */
export function ResultList(props: Props) {
  const { results, vraag, labelOf } = props
  const { data, error, isFetching, isPlaceholderData: isPrevious } = results
  const retry = () => void results.refetch()
  if (error instanceof ApiProblem && error.status === 400)
    return <UnknownFilters error={error} vraag={vraag} />
  if (!data) {
    return error ? (
      <LoadError error={error} onRetry={retry} busy={isFetching} />
    ) : (
      <ResultSkeleton count={5} />
    )
  }
  return (
    <div aria-busy={isPrevious}>
      {error && <Stale onRetry={retry} />}
      {data.gedegradeerd && <Degraded />}
      {data.resultaten.length > 0 ? (
        <Found {...props} data={data} />
      ) : (
        <NoResults vraag={vraag} labelOf={labelOf} answer={data} />
      )}
    </div>
  )
}

function Found({
  data,
  vraag,
  labelOf,
  backTo,
  pointed,
  onPoint,
}: Props & { data: Zoekresultaat }) {
  const now = useNow()
  return (
    <>
      <ol className="sk-zoeken__results">
        {data.resultaten.map((resultaat) => (
          <li key={resultaat.id}>
            <ResultCard
              aanbod={resultaat}
              shown={data.resultaten}
              now={now}
              labelOf={labelOf}
              backTo={backTo}
              active={pointed === resultaat.slug}
              onPoint={onPoint}
            />
          </li>
        ))}
      </ol>
      <Pager vraag={vraag} totaal={data.totaal} page={data.page} pageSize={data.pageSize} />
      {foundLittle(vraag, data) && (
        <MeldGat key={formatQueryString(vraag)} vraag={vraag} answer={data} headingLevel={2} />
      )}
    </>
  )
}

function Degraded() {
  const { t } = useTranslation()
  return (
    <div className="sk-zoeken__notice">
      <Notice>
        <p>{t('zoeken.gedegradeerd')}</p>
      </Notice>
    </div>
  )
}

/** There is an older answer to this very question; better that than nothing, said aloud. */
function Stale({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="sk-zoeken__notice" role="alert">
      <Notice kind="attention">
        <p>{t('fout.oud')}</p>
        <Button variant="secondary" onClick={onRetry}>
          {t('fout.opnieuw')}
        </Button>
      </Notice>
    </div>
  )
}

/** An old or mistyped link can hold a filter that does not exist. */
function UnknownFilters({ error, vraag }: { error: ApiProblem; vraag: Zoekvraag }) {
  const { t } = useTranslation()
  const faulty = new Set(error.fouten.map(({ veld }) => veld.split('.')[0]))
  const rest = Object.fromEntries(Object.entries(vraag).filter(([key]) => !faulty.has(key)))
  return (
    <div className="sk-zoeken__notice" role="alert">
      <Notice kind="attention">
        <p>
          <strong>{t('zoeken.onbekendFilter')}</strong>
        </p>
        <Link to="/zoeken" search={faulty.size > 0 ? rest : {}} className="ams-link">
          {t('zoeken.zonderFilter')}
        </Link>
      </Notice>
    </div>
  )
}
