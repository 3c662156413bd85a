import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'

/** Instead of "are you sure": what was taken away can be had back. It gets the focus that is lost. */
export function PutBack({ said, onPutBack }: { said: string; onPutBack: () => void }) {
  const { t } = useTranslation()
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    line.current?.focus()
  }, [])
  return (
    <p className="sk-putback" ref={line} tabIndex={-1}>
      {said}
      <Button variant="tertiary" onClick={onPutBack}>
        <Undo2 className="sk-icon" />
        {t('momenten.terug')}
      </Button>
    </p>
  )
}
