import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { asking } from '@/lib/zoekvraag/zoekvraag'

const PAUSE = 250

/**
 * What is in the box, and its way into the address: after a short pause in the typing, or at once
 * on Enter. Typing replaces the address, so that "back" does not undo letter by letter; and when
 * the address changes by itself (back, a link) the box follows.
 */
export function useTypedQuestion(question: string) {
  const navigate = useNavigate({ from: '/zoeken' })
  const [typed, setTyped] = useState(question)
  const [followed, setFollowed] = useState(question)
  const sent = useRef(question.trim())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (question !== followed) {
    setFollowed(question)
    if (question.trim() !== typed.trim()) setTyped(question)
  }

  const send = useCallback(
    (text: string) => {
      clearTimeout(timer.current)
      const q = text.trim()
      if (q === sent.current) return
      sent.current = q
      void navigate({
        search: (vraag) => asking(vraag, q),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )

  useEffect(() => {
    sent.current = question.trim()
  }, [question])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )

  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      send(text)
    }, PAUSE)
  }
  const commit = () => {
    send(typed)
  }
  return { typed, type, commit }
}
