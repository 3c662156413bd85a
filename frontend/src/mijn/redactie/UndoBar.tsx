import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { announce } from '@/lib/navigation/announce'
import { useWithdraw } from './redactie'
import { useShortcuts } from './shortcuts'

/** As long as the server lets a decision be taken back. */
const UNDO_MS = 30_000

export interface Done {
  /** The listings that it was about. */
  ids: string[]
  words: string
}

/** What was just decided, and the way back. What is said here has been said aloud too. */
export function UndoBar({ done, onUndone }: { done: Done; onUndone: (done: Done) => void }) {
  const { t } = useTranslation()
  const [isOver, setIsOver] = useState(false)
  const { mutate, isPending, isError } = useWithdraw(() => {
    announce(t('redactie.gedaan.teruggedraaid'))
    onUndone(done)
  })

  useEffect(() => {
    const timer = setTimeout(() => {
      setIsOver(true)
    }, UNDO_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])

  function undo() {
    if (!isPending && !isOver) mutate(done.ids)
  }
  useShortcuts({ u: undo })

  return (
    <div className="sk-undo">
      <p>
        {done.words}{' '}
        <span className="sk-small">
          {t(isOver || isError ? 'redactie.gedaan.nietTerug' : 'redactie.gedaan.nogEven')}
        </span>
      </p>
      {!isOver && !isError && (
        <Button variant="secondary" aria-disabled={isPending} onClick={undo}>
          <Undo2 className="sk-icon" />
          {t('redactie.gedaan.terug')}
        </Button>
      )}
    </div>
  )
}
