import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { putBack, remove, type Taken } from '@/lib/bewaarlijst/order'
import { announce } from '@/lib/navigation/announce'

/** Taking things off the list, the last time with a way back. */
export function useRemoval() {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<Taken | null>(null)
  return {
    taken,
    remove: (...ids: string[]) => {
      setTaken(remove(...ids))
    },
    undo: () => {
      if (!taken) return
      putBack(taken)
      setTaken(null)
      const [only] = taken.length === 1 ? taken : []
      announce(only ? t('lijst.erop', { titel: only.item.titel }) : t('lijst.allesErop'))
    },
  }
}

export type Removal = ReturnType<typeof useRemoval>
