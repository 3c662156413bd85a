import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { TeBeoordelen } from '@/lib/api/types'
import { Link } from '../Link'
import { since } from './QueueItem'
import type { Filters } from './redactie'

interface Props {
  items: TeBeoordelen[]
  selected: string | undefined
  filters: Filters
  hasMore: boolean
  busy: boolean
  onMore: () => void
}

/** What waits, as links, so that one can be opened beside another and be told of to a colleague. */
export function QueueList({ items, selected, filters, hasMore, busy, onMore }: Props) {
  const { t, language } = useTranslation()
  return (
    <>
      <ol className="sk-wachtrij" aria-label={t('redactie.lijst')}>
        {items.map(({ soort, sinds, aanbod, organisatie }) => (
          <li key={aanbod.id}>
            <Link
              to="/mijn/redactie"
              search={{ ...filters, aanbod: aanbod.id }}
              resetScroll={false}
              className="sk-wachtrij__item"
              aria-current={aanbod.id === selected || undefined}
            >
              <span className="sk-wachtrij__titel">{aanbod.titel}</span>
              <span className="sk-small">
                <strong>{t(`redactie.soort.${soort}`)}</strong> · {organisatie.naam}
              </span>
              <span className="sk-small sk-muted">{since(sinds, t, language)}</span>
            </Link>
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button
          variant="secondary"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onMore()
          }}
        >
          {t('redactie.meer')}
        </Button>
      )}
    </>
  )
}
