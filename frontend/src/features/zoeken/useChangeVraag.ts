import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** Puts a changed question in the address, as a step that "back" undoes, without a jump. */
export function useChangeVraag() {
  const navigate = useNavigate({ from: '/zoeken' })
  return useCallback(
    (vraag: Zoekvraag) => {
      void navigate({ search: vraag, resetScroll: false })
    },
    [navigate],
  )
}
