import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { WijkLocator } from '@/components/WijkLocator'
import type { Aanbod } from '@/lib/api/types'
import { changesSince } from '@/lib/bewaarlijst/changed'
import type { Stand } from '@/lib/bewaarlijst/stand'
import { useNow } from '@/lib/dates/now'
import { wijkOf } from '@/lib/wording/where'
import { Changes } from './Changes'
import { Facts } from './Facts'
import { OnPaper } from './OnPaper'

interface Props {
  titel: string
  slug?: string | undefined
  /** The place as it was when the list was made, where that is known. */
  waar?: string | undefined
  stand: Stand
  sinds: string
  /** As it is now; null when it is gone, undefined while nobody has said. */
  aanbod: Aanbod | null | undefined
  notitie?: string | undefined
  /** Whether the note can be written at; then only paper needs its words. */
  own?: boolean
  /** What can be done with it. */
  children?: ReactNode
  onAccept?: (() => void) | undefined
}

/** One thing on a list: what it is, what changed since, when and where. */
export function Item(props: Props) {
  const { stand, sinds, aanbod, waar, notitie, own, children, onAccept } = props
  const { t } = useTranslation()
  const now = useNow()
  const titel = aanbod?.titel ?? props.titel
  const slug = aanbod?.slug ?? props.slug
  const changes = aanbod === undefined ? [] : changesSince(stand, aanbod, now)
  return (
    <article className="sk-item">
      <div className="sk-item__words">
        <Heading level={2} size="level-3">
          {slug && aanbod !== null ? (
            <Link to="/aanbod/$slug" params={{ slug }} className="ams-link">
              {titel}
            </Link>
          ) : (
            titel
          )}
        </Heading>
        <Changes {...{ changes, sinds, waar, titel, onAccept }} search={slug && titel} />
        {aanbod ? (
          <Facts aanbod={aanbod} now={now} />
        ) : (
          aanbod === undefined && waar && <p>{waar}</p>
        )}
        {notitie && (
          <p className="sk-item__note" data-paper={own ? true : undefined}>
            <strong>{t('lijst.notitie')}:</strong> {notitie}
          </p>
        )}
        {children}
      </div>
      {aanbod && <WijkLocator wijk={wijkOf(aanbod)} />}
      {aanbod && <OnPaper aanbod={aanbod} />}
    </article>
  )
}
