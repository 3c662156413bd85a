import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { Change } from '@/lib/bewaarlijst/changed'
import { useNow } from '@/lib/dates/now'
import { speakDay } from '@/lib/dates/speakTime'

interface Props {
  changes: Change[]
  sinds: string
  waar?: string | undefined
  titel: string
  /** What to search for when it ended; nothing when nobody knows what it was. */
  search: string | undefined
  onAccept?: (() => void) | undefined
}

/** What is otherwise than it was; what ended for good offers something like it instead. */
export function Changes({ changes, sinds, waar, titel, search, onAccept }: Props) {
  const { t, language } = useTranslation()
  const now = useNow()
  const [first] = changes
  if (!first) return null
  const ended = first === 'weg' || first === 'gestopt'
  const good = changes.every((change) => change === 'plek')
  return (
    <Notice kind={good ? 'info' : 'attention'}>
      {!ended && (
        <p className="sk-small">{t('lijst.sinds', { dag: speakDay(sinds, now, language) })}</p>
      )}
      <ul className="sk-item__changes">
        {changes.map((change) => (
          <li key={change}>
            <strong>{t(`lijst.anders.${change}`)}</strong>
            {change === 'verhuisd' && waar && ` ${t('lijst.eerst', { waar })}`}
          </li>
        ))}
      </ul>
      {ended && (
        <Link to="/zoeken" search={search ? { q: search } : {}} className="ams-link sk-noprint">
          {t('aanbod.zoekSoortgelijk')}
        </Link>
      )}
      {!ended && onAccept && (
        <Button variant="tertiary" className="sk-noprint" onClick={onAccept}>
          {t('lijst.begrepen')}
          <span className="ams-visually-hidden">: {titel}</span>
        </Button>
      )}
    </Notice>
  )
}
