import { useInfiniteQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { More } from '../More'
import { invoerenQuery, isBusy, useThrowAway, whyNot, type Invoer } from './invoer'

/** What was sent before: how it stands, and the way back to it. */
export function Earlier({ organisatieId }: { organisatieId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(invoerenQuery(organisatieId))
  const { data, error, isFetching, refetch } = query
  if (!data && error)
    return <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <section className="sk-earlier" aria-labelledby="eerdere-bestanden">
      <Heading level={2} size="level-3" id="eerdere-bestanden" tabIndex={-1}>
        {t('mijn.invoer.eerder')}
      </Heading>
      <ul className="sk-earlier__list">
        {data.map((invoer) => (
          <One key={invoer.id} invoer={invoer} />
        ))}
      </ul>
      <More query={query}>{t('mijn.invoer.eerderMeer')}</More>
    </section>
  )
}

function One({ invoer }: { invoer: Invoer }) {
  const { t, language } = useTranslation()
  const { mutate, isPending, error } = useThrowAway(invoer)
  const { id, bestandsnaam: bestand, stand, gedaan } = invoer
  const dag = formatDay(localTime(new Date(invoer.aangemaaktOp)).day, language, A_DAY)
  return (
    <li className="sk-earlier__item">
      <div>
        <Link to="/mijn/invoer/$id" params={{ id }} className="ams-link sk-earlier__name">
          {bestand}
        </Link>
        <p className="sk-small sk-muted">
          {t('mijn.invoer.eerderRegel', {
            dag,
            stand: t(`mijn.invoer.stand.${stand}`, { count: gedaan }),
          })}
        </p>
        <div role="alert">
          {error && (
            <Notice kind="wrong">
              <p>{whyNot(error, t)}</p>
            </Notice>
          )}
        </div>
      </div>
      {!isBusy(invoer) && stand !== 'klaar' && (
        <Button
          variant="tertiary"
          aria-label={t('mijn.invoer.wegWelk', { bestand })}
          aria-disabled={isPending}
          onClick={() => {
            if (isPending) return
            mutate(undefined, {
              onSuccess: () => {
                announce(t('mijn.invoer.weggegooid', { bestand }))
                document.getElementById('eerdere-bestanden')?.focus()
              },
            })
          }}
        >
          <Trash2 className="sk-icon" />
          {t('mijn.invoer.weg')}
        </Button>
      )}
    </li>
  )
}

const A_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
