import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnRedactie.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { TeBeoordelen } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { useGo } from '../useGo'
import { Chosen } from './Chosen'
import { QueueFilters } from './QueueFilters'
import { QueueList } from './QueueList'
import { queueQuery, type Uitspraak } from './redactie'
import { RedactieNav } from './RedactieNav'
import { SAMEN, type RedactieSearch } from './search'
import { useShortcuts } from './shortcuts'
import { Toetsen } from './Toetsen'
import { UndoBar, type Done } from './UndoBar'
import '../page.css'
import './redactie.css'

alsoSay(texts)

/** What waits for the redactie, beside what one of it says and what can be said about that. */
export function RedactiePage() {
  const { t } = useTranslation()
  const go = useGo()
  const { aanbod: chosen, ...filters }: RedactieSearch = useSearch({ strict: false })
  const query = useInfiniteQuery(queueQuery(filters))
  const { data, error, isFetching, refetch } = query
  const [done, setDone] = useState<Done | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const items = data?.items ?? []
  const at = items.findIndex(({ aanbod }) => aanbod.id === chosen)

  // Who chose something reads it; on a small screen the list is gone then.
  useEffect(() => {
    if (chosen) heading.current?.focus()
  }, [chosen])

  const choose = (aanbod: string | undefined) => {
    go({ to: '/mijn/redactie', search: { ...filters, aanbod }, resetScroll: false })
  }
  const chooseAt = (place: number) => {
    const id = items[place]?.aanbod.id
    if (id) choose(id)
  }
  useShortcuts({
    j: () => {
      chooseAt(at + 1)
    },
    k: () => {
      chooseAt(Math.max(at - 1, 0))
    },
  })

  function tell(ids: string[], words: string) {
    setDone({ ids, words })
    announce(words)
  }
  function decided(item: TeBeoordelen, uitspraak: Uitspraak) {
    const { id, titel } = item.aanbod
    tell([id], t(wordsFor(item, uitspraak), { titel }))
    choose((items[at + 1] ?? items[at - 1])?.aanbod.id)
  }

  return (
    <div className="sk-container sk-mijn sk-redactie" data-chosen={chosen ? true : undefined}>
      <RedactieNav />
      <PageHeading title={t('redactie.beoordelen')}>{t('redactie.beoordelen')}</PageHeading>
      {data && (
        <div className="sk-redactie__top">
          <p>{t('redactie.wacht', { count: data.totaal })}</p>
          <Toetsen />
        </div>
      )}
      {done && (
        <UndoBar
          key={done.ids.join() + done.words}
          done={done}
          onUndone={({ ids }) => {
            setDone(null)
            choose(ids.length === 1 ? ids[0] : SAMEN)
          }}
        />
      )}
      {data && (
        <div className="sk-redactie__columns">
          <div className="sk-redactie__list">
            <QueueFilters filters={filters} items={items} />
            <QueueList
              items={items}
              selected={chosen}
              filters={filters}
              hasMore={query.hasNextPage}
              busy={isFetching}
              onMore={() => void query.fetchNextPage()}
            />
            {items.length === 0 && <Paragraph>{t('redactie.leeg')}</Paragraph>}
          </div>
          <Chosen
            chosen={chosen}
            items={items}
            heading={heading}
            onBack={() => {
              choose(undefined)
            }}
            onDecided={decided}
            onApproved={(approved) => {
              const count = approved.length
              if (count === 0) return
              tell(
                approved.map(({ aanbod }) => aanbod.id),
                t('redactie.gedaan.samen', { count }),
              )
            }}
            onRefresh={() => void refetch()}
          />
        </div>
      )}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
    </div>
  )
}

function wordsFor({ soort }: TeBeoordelen, uitspraak: Uitspraak) {
  if (uitspraak === 'goedgekeurd' && soort === 'nieuw') return 'redactie.gedaan.gepubliceerd'
  return `redactie.gedaan.${uitspraak}` as const
}
