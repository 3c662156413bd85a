import { useNavigate } from '@tanstack/react-router'
import { createContext, useCallback, useContext, useMemo } from 'react'
import { useLatestSearch } from '@/lib/navigation/useLatestSearch'
import { parseAgendavraag } from '@/lib/zoekvraag/agendavraag'
import { parseZoekvraag, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** The page whose question the filters are about. */
export const FilteredPage = createContext<'/zoeken' | '/agenda'>('/zoeken')

export const useFilteredPage = () => useContext(FilteredPage)

/** How the address of a page with filters is read. */
export const parserOf = (page: '/zoeken' | '/agenda') =>
  page === '/agenda' ? parseAgendavraag : parseZoekvraag

/** The question as it was put last; the page that answers it follows a moment later. */
export function useAskedNow(answered: Zoekvraag): Zoekvraag {
  const page = useFilteredPage()
  const search = useLatestSearch(page)
  return useMemo(() => (search ? parserOf(page)(search) : answered), [search, page, answered])
}

/** Puts a changed question in the address, as a step that "back" undoes, without a jump. */
export function useChangeVraag() {
  const navigate = useNavigate()
  const to = useFilteredPage()
  return useCallback(
    (vraag: Zoekvraag) => {
      void navigate({ to, search: vraag, resetScroll: false })
    },
    [navigate, to],
  )
}
