import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnDubbel.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { announce } from '@/lib/navigation/announce'
import { More } from '../More'
import { RedactieNav } from '../redactie/RedactieNav'
import { dubbelenQuery, pairKey } from './dubbel'
import { Paar } from './Paar'
import '../page.css'
import './dubbel.css'

alsoSay(texts)

/** For the redactie: what is on the map twice, perhaps. */
export function DubbelPage() {
  const { t } = useTranslation()
  const found = useInfiniteQuery(dubbelenQuery)
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = found
  const list = useRef<HTMLUListElement>(null)
  // Most listings are there once, so a page may well have no pair in it.
  const looksOn = data?.length === 0 && hasNextPage && !error
  useEffect(() => {
    if (looksOn && !isFetching) void fetchNextPage()
  }, [looksOn, isFetching, fetchNextPage])
  const done = (said: string) => {
    announce(said)
    // The buttons that were pressed go away with the pair.
    list.current?.focus()
  }
  return (
    <div className="sk-container sk-mijn sk-redactie">
      <RedactieNav />
      <PageHeading title={t('dubbel.titel')}>{t('dubbel.titel')}</PageHeading>
      <Paragraph>{t('dubbel.uitleg')}</Paragraph>
      {data?.length === 0 && !hasNextPage && <Paragraph>{t('dubbel.niets')}</Paragraph>}
      <ul className="sk-dubbel" ref={list} tabIndex={-1}>
        {data?.map((dubbel) => (
          <li key={pairKey(dubbel)}>
            <Paar dubbel={dubbel} onDone={done} />
          </li>
        ))}
      </ul>
      {!data?.length && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {((!data && !error) || looksOn) && <ResultSkeleton count={3} />}
      {!looksOn && <More query={found}>{t('dubbel.meer')}</More>}
    </div>
  )
}
