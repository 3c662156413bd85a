import { Map as MapIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'

const KEY = 'kaart'

export interface MapFold {
  folded: boolean
  toggle: ReactNode
}

/** Whether the map is folded away; remembered until the browser closes. Small screens start folded. */
export function useMapFolded(wide: boolean): MapFold {
  const { t } = useTranslation()
  const [choice, setChoice] = useState(remembered)
  const folded = choice === null ? !wide : choice === 'dicht'

  function turn() {
    const next = folded ? 'open' : 'dicht'
    setChoice(next)
    try {
      sessionStorage.setItem(KEY, next)
    } catch {
      // Without storage the choice holds for this page only.
    }
  }

  const toggle = (
    <Button variant="tertiary" aria-expanded={!folded} onClick={turn} className="sk-map-toggle">
      <MapIcon className="sk-icon" />
      {t(folded ? 'kaart.toon' : 'kaart.verberg')}
    </Button>
  )
  return { folded, toggle }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
