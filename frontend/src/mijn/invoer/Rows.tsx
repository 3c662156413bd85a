import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { announce } from '@/lib/navigation/announce'
import { useMediaQuery } from '@/lib/navigation/useMediaQuery'
import { rijenQuery, type Invoer, type Rij, type Toon } from './invoer'
import { RowList, RowTable } from './Row'

/** Every row with what happens to it, fifty at a time, all of them or one kind. */
export function Rows({ invoer }: { invoer: Invoer }) {
  const { t } = useTranslation()
  const kinds = kindsOf(invoer)
  const [toon, setToon] = useState<Toon>('alles')
  // The last row of each page before this one, to go back by.
  const [before, setBefore] = useState<number[]>([0])
  const na = before.at(-1) ?? 0
  const { data, error, isFetching, refetch } = useQuery(rijenQuery(invoer, toon, na))
  const rijen = data?.resultaten
  const volgende = data?.volgende
  const turn = (pages: number[]) => {
    setBefore(pages)
    document.getElementById('rijen')?.focus()
  }
  return (
    <section className="sk-rows" aria-labelledby="rijen">
      <Heading level={2} size="level-3" id="rijen" tabIndex={-1}>
        {t('mijn.invoer.rijen.titel')}
      </Heading>
      <div className="sk-rows__kinds" role="group" aria-label={t('mijn.invoer.rijen.toon')}>
        {kinds.map(([kind, count]) => (
          <button
            key={kind}
            type="button"
            className="sk-rows__kind"
            aria-pressed={kind === toon}
            onClick={() => {
              setToon(kind)
              setBefore([0])
              announce(t(`mijn.invoer.rijen.${kind}`, { count }))
            }}
          >
            {t(`mijn.invoer.rijen.${kind}`, { count })}
          </button>
        ))}
      </div>
      {rijen?.length === 0 && <Paragraph>{t('mijn.invoer.rijen.geen')}</Paragraph>}
      {rijen && rijen.length > 0 && <Shown rijen={rijen} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={4} />}
      {(before.length > 1 || volgende) && (
        <div className="sk-rows__pages">
          <Button
            variant="secondary"
            aria-disabled={before.length === 1}
            onClick={() => {
              if (before.length > 1) turn(before.slice(0, -1))
            }}
          >
            {t('mijn.invoer.rijen.vorige')}
          </Button>
          <Button
            variant="secondary"
            aria-disabled={!volgende || isFetching}
            onClick={() => {
              if (volgende && !isFetching) turn([...before, volgende])
            }}
          >
            {t('mijn.invoer.rijen.volgende')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Shown({ rijen }: { rijen: Rij[] }) {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 45rem)')
  return (
    <>
      <p className="sk-small sk-muted">
        {t('mijn.invoer.rijen.van', {
          eerste: rijen[0]?.nummer,
          laatste: rijen.at(-1)?.nummer,
        })}
      </p>
      {narrow ? <RowList rijen={rijen} /> : <RowTable rijen={rijen} />}
    </>
  )
}

/** The kinds of rows that this file has, each with how many there are. */
function kindsOf({ rijen, tellingen, teruggedraaid }: Invoer): [Toon, number][] {
  const all: [Toon, number][] = [
    ['alles', rijen],
    ['fouten', tellingen.fout + tellingen.elders],
    ['nieuw', tellingen.nieuw],
    ['gewijzigd', tellingen.gewijzigd],
    ['ongewijzigd', tellingen.ongewijzigd],
    ['gebleven', teruggedraaid.gebleven],
  ]
  return all.filter(([kind, count]) => kind === 'alles' || count > 0)
}
