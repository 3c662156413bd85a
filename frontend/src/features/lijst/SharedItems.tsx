import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { SaveButton } from '@/components/SaveButton'
import { changesSince } from '@/lib/bewaarlijst/changed'
import type { SharedItem, SharedList } from '@/lib/bewaarlijst/fragment'
import { bewaardOf, save } from '@/lib/bewaarlijst/toggle'
import { useNow } from '@/lib/dates/now'
import { speakDay } from '@/lib/dates/speakTime'
import { whereOf } from '@/lib/wording/where'
import { Item } from './Item'
import { useListings } from './listingsQuery'
import { PrintedOn, PrintList } from './PrintList'

/** What is on a list that somebody sent, as it is now, and what changed since it was made. */
export function SharedItems({ list: { day, items } }: { list: SharedList }) {
  const { t, language } = useTranslation()
  const now = useNow()
  const [large, setLarge] = useState(false)
  const [saved, setSaved] = useState<boolean>()
  const { aanbodOf, known, error, isFetching, refetch } = useListings(items.map(({ id }) => id))
  if (!known) {
    return error ? (
      <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <ResultSkeleton count={3} />
    )
  }
  const changed = items.some(({ id, stand }) => {
    const aanbod = aanbodOf(id)
    return aanbod !== undefined && changesSince(stand, aanbod, now).length > 0
  })
  function saveShared({ id, notitie }: SharedItem): boolean {
    const aanbod = aanbodOf(id)
    if (!aanbod || aanbod.status === 'gestopt') return true
    const item = bewaardOf(aanbod, whereOf(aanbod, t, language), now)
    return save({ ...item, ...(notitie && { notitie }) })
  }
  return (
    <>
      <p className="sk-lijst__since">
        {t('lijst.ontvangen.gemaakt', { dag: speakDay(day, now, language) })}{' '}
        {t(changed ? 'lijst.ontvangen.anders' : 'lijst.ontvangen.zelfde')}
      </p>
      <div className="sk-lijst__columns" data-large={large || undefined}>
        <ol className="sk-lijst__items">
          {items.map(({ id, stand, notitie }) => {
            const aanbod = aanbodOf(id)
            return (
              <li key={id}>
                <Item
                  titel={t('lijst.ontvangen.onbekend')}
                  sinds={day}
                  {...{ stand, aanbod, notitie }}
                >
                  {aanbod?.status === 'gepubliceerd' && (
                    <SaveButton aanbod={aanbod} notitie={notitie} />
                  )}
                </Item>
              </li>
            )
          })}
        </ol>
        <aside className="sk-lijst__side sk-noprint">
          <div>
            <Button
              onClick={() => {
                setSaved(items.every(saveShared))
              }}
            >
              {t('lijst.ontvangen.alles')}
            </Button>
            <p role="status">{saved !== undefined && t(saved ? 'lijst.allesErop' : 'lijst.vol')}</p>
          </div>
          <PrintList large={large} onLarge={setLarge} />
        </aside>
        <PrintedOn />
      </div>
    </>
  )
}
