import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { useHydrated } from '@/lib/navigation/useHydrated'
import { parseAgendavraag } from '@/lib/zoekvraag/agendavraag'
import { parseQueryString } from '@/lib/zoekvraag/queryString'
import { parseZoekvraag } from '@/lib/zoekvraag/zoekvraag'
import './BackLink.css'

/**
 * Back to the very results that a visitor came from, or else to the search. Going back in the
 * history finds the place in the list again; the address is there for a new tab.
 */
export function BackLink() {
  const { t } = useTranslation()
  const router = useRouter()
  const cameFrom = useLocation({ select: ({ state }) => state.backTo })
  // Only the browser knows its history.
  const backTo = useHydrated() ? cameFrom : undefined
  const query = parseQueryString(backTo?.split('?')[1] ?? '')
  const fromAgenda = backTo?.startsWith('/agenda') ?? false
  return (
    <nav className="sk-back" aria-label={t('terug.label')}>
      <Link
        to={fromAgenda ? '/agenda' : '/zoeken'}
        search={fromAgenda ? parseAgendavraag(query) : parseZoekvraag(query)}
        className="ams-link"
        onClick={(event) => {
          if (!backTo || event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          router.history.back()
        }}
      >
        <ArrowLeft className="sk-icon sk-icon--way" />
        {t(backTo ? 'terug.naarResultaten' : 'terug.naarZoeken')}
      </Link>
    </nav>
  )
}
