import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from '@/i18n'
import type { useNow } from '@/lib/dates/now'
import type { LabelOf } from '@/lib/wording/labels'
import { partQuery, partVraag, type Part } from '@/lib/zoekvraag/part'
import { Heading } from './ams'
import { LoadError } from './LoadError'
import { ResultCard } from './ResultCard'
import { ResultSkeleton } from './ResultSkeleton'
import './QuestionPart.css'

interface Props {
  part: Part
  now: ReturnType<typeof useNow>
  labelOf: LabelOf
  backTo: string
}

/** A heading with the best few listings for it, and the way to all of them. */
export function QuestionPart({ part, now, labelOf, backTo }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { data, error, isFetching, refetch } = useQuery(partQuery(part))
  return (
    <section className="sk-questionpart" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {part.titel}
      </Heading>
      {part.tekst && <p>{part.tekst}</p>}
      {!data && error && (
        <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
      {data?.totaal === 0 && <p className="sk-muted">{t('deel.niets')}</p>}
      {data && data.totaal > 0 && (
        <>
          <ul className="sk-questionpart__list">
            {/* Nobody reads the question, so its words are not marked. */}
            {data.resultaten.map((resultaat) => (
              <li key={resultaat.id}>
                <ResultCard
                  aanbod={resultaat}
                  marked={false}
                  shown={data.resultaten}
                  now={now}
                  labelOf={labelOf}
                  headingLevel={3}
                  backTo={backTo}
                />
              </li>
            ))}
          </ul>
          {data.totaal > data.resultaten.length && (
            <Link to="/zoeken" search={partVraag(part)} className="ams-link sk-questionpart__all">
              {t('deel.alles', { count: data.totaal, titel: part.titel })}
            </Link>
          )}
        </>
      )}
    </section>
  )
}
