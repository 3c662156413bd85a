import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { Removal } from './useRemoval'

/** Where something was taken off: what, and the way back, which has the focus that was there. */
export function Undo({ removal: { taken, undo } }: { removal: Removal }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [taken])
  const only = taken?.length === 1 ? taken[0] : undefined
  return (
    <div className="sk-undo sk-noprint">
      <p id="ongedaan">{only ? t('lijst.eraf', { titel: only.item.titel }) : t('lijst.gewist')}</p>
      <Button ref={button} variant="secondary" aria-describedby="ongedaan" onClick={undo}>
        <Undo2 className="sk-icon" />
        {t('lijst.zetTerug')}
      </Button>
    </div>
  )
}
