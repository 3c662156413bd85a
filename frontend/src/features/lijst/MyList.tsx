import { Trash2 } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { Bewaarlijst } from '@/lib/bewaarlijst/bewaarlijst'
import { useListings } from './listingsQuery'
import { MyItem } from './MyItem'
import { NotChecked } from './NotChecked'
import { PrintedOn, PrintList } from './PrintList'
import { ShareList } from './ShareList'
import { Undo } from './Undo'
import type { Removal } from './useRemoval'

/** The list in the order of its owner, with how everything is now, and beside it what to do. */
export function MyList({ list, removal }: { list: Bewaarlijst; removal: Removal }) {
  const { t } = useTranslation()
  const { aanbodOf, error, isFetching, refetch } = useListings(list.map(({ id }) => id))
  const [large, setLarge] = useState(false)
  const gap = Math.min(removal.taken?.[0]?.place ?? -1, list.length)
  const undo = removal.taken && (
    <li>
      <Undo removal={removal} />
    </li>
  )
  return (
    <div className="sk-lijst__columns" data-large={large || undefined}>
      <div>
        {error && <NotChecked onRetry={() => void refetch()} busy={isFetching} />}
        <ol className="sk-lijst__items">
          {list.map((item, i) => (
            <Fragment key={item.id}>
              {i === gap && undo}
              <li>
                <MyItem
                  item={item}
                  aanbod={aanbodOf(item.id)}
                  plek={i + 1}
                  aantal={list.length}
                  onRemove={() => {
                    removal.remove(item.id)
                  }}
                />
              </li>
            </Fragment>
          ))}
          {gap === list.length && undo}
        </ol>
      </div>
      <aside className="sk-lijst__side sk-noprint">
        <ShareList list={list} aanbodOf={aanbodOf} />
        <PrintList large={large} onLarge={setLarge} />
        <Button
          variant="tertiary"
          onClick={() => {
            removal.remove(...list.map(({ id }) => id))
          }}
        >
          <Trash2 className="sk-icon" />
          {t('lijst.wis')}
        </Button>
      </aside>
      <PrintedOn />
    </div>
  )
}
