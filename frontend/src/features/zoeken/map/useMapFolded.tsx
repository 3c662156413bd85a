import { Map as MapIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { useHydrated } from '@/lib/navigation/useHydrated'

const KEY = 'kaart'

type Fold = 'open' | 'dicht'

export interface MapFold {
  /** By 'if-roomy' the style decides: on the server nobody knows how wide the screen is. */
  state: Fold | 'if-roomy'
  toggle: ReactNode
}

/** Whether the map is folded away; remembered until the browser closes. Small screens start folded. */
export function useMapFolded(roomy: boolean | undefined): MapFold {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  const [chosen, setChosen] = useState<Fold | null>(null)
  const state = chosen ?? (hydrated ? remembered() : null) ?? startOf(roomy)

  function turn() {
    const next = state === 'open' ? 'dicht' : 'open'
    setChosen(next)
    try {
      sessionStorage.setItem(KEY, next)
    } catch {
      // Without storage the choice holds for this page only.
    }
  }

  const toggle = (
    <Button
      variant="tertiary"
      aria-expanded={state !== 'dicht'}
      onClick={turn}
      className="sk-map-toggle sk-script"
      data-map={state}
    >
      <MapIcon className="sk-icon" />
      {state !== 'open' && <span className="sk-map-toggle__show">{t('kaart.toon')}</span>}
      {state !== 'dicht' && <span className="sk-map-toggle__hide">{t('kaart.verberg')}</span>}
    </Button>
  )
  return { state, toggle }
}

function startOf(roomy: boolean | undefined): MapFold['state'] {
  if (roomy === undefined) return 'if-roomy'
  return roomy ? 'open' : 'dicht'
}

function remembered(): Fold | null {
  try {
    const kept = sessionStorage.getItem(KEY)
    return kept === 'open' || kept === 'dicht' ? kept : null
  } catch {
    return null
  }
}
