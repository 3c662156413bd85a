import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ams'
import './form.css'

interface Props {
  said: string
  button: string
  onPutBack: () => void
}

/** Instead of "are you sure": what was taken away can be had back. It gets the focus that is lost. */
export function PutBack({ said, button, onPutBack }: Props) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    line.current?.focus()
  }, [])
  return (
    <p className="sk-putback" ref={line} tabIndex={-1}>
      {said}
      <Button variant="tertiary" onClick={onPutBack}>
        <Undo2 className="sk-icon" />
        {button}
      </Button>
    </p>
  )
}
