import { useNavigate } from '@tanstack/react-router'
import { createContext, useCallback, useContext } from 'react'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** The page whose question the filters are about. */
export const FilteredPage = createContext<'/zoeken' | '/agenda'>('/zoeken')

export const useFilteredPage = () => useContext(FilteredPage)

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
