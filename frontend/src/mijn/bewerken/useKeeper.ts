import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from '@/i18n'
import type { Bewerking } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { sessieQuery } from '../sessie/sessie'
import { putBewerking } from './bewerken'
import { clearConcept, readConcept, writeConcept } from './concept'
import { createKeeper } from './keeper'

/** Keeps what somebody types on the server, for as long as the page is there. */
export function useKeeper(first: Bewerking, wie: string) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [keeper] = useState(() => {
    const id = first.aanbodId
    return createKeeper(first, readConcept(id, wie), {
      send: (...what) => putBewerking(id, ...what),
      hold: (concept) => writeConcept(id, { ...concept, wie }),
      letGo: () => {
        clearConcept(id)
      },
      onLoggedOut: () => {
        queryClient.setQueryData(sessieQuery.queryKey, null)
      },
      onMerged: () => {
        announce(t('bewerk.samen'))
      },
    })
  })
  const state = useSyncExternalStore(keeper.subscribe, keeper.get)

  useEffect(() => {
    keeper.start()
    const now = () => void keeper.flush()
    const onHide = () => {
      if (document.visibilityState === 'hidden') now()
    }
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', onHide)
      // Somebody goes to another page: what they typed last goes along to the server.
      now()
      keeper.stop()
    }
  }, [keeper])

  const unsafe = !state.safe && state.keeping !== 'bewaard'
  useEffect(() => {
    if (!unsafe) return
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
    }
  }, [unsafe])

  return { keeper, state }
}
