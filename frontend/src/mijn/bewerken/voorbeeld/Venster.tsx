import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

interface Props {
  title: string
  /** The size of the screen, in CSS pixels; it is drawn smaller where there is less room. */
  width: number
  height: number
  /** Somebody pressed something that does nothing in a preview. */
  onPress: () => void
  children: ReactNode
}

/** A line on both sides. */
const EDGE = 2
const EMPTY = '<!doctype html><html lang="nl"><head></head><body></body></html>'

/**
 * A screen of another size, in which the style sheets of this page hold as they would there: a
 * document of its own, as only that has a width that media queries ask about.
 */
export function Venster({ title, width, height, onPress, children }: Props) {
  const [inside, setInside] = useState<Document | null>(null)
  const { room, scale } = useScale(width)
  const pressed = useRef(onPress)
  useEffect(() => {
    pressed.current = onPress
  })

  useEffect(() => {
    if (!inside) return
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
      inside.head.append(sheet.cloneNode(true))
    }
    const stop = (event: Event) => {
      const target = event.target as Element
      const unfolds = target.closest('summary, [aria-expanded]')
      if (unfolds ?? !target.closest('a, button, input, select, textarea, form')) return
      event.preventDefault()
      event.stopPropagation()
      pressed.current()
    }
    inside.addEventListener('click', stop, true)
    inside.addEventListener('submit', stop, true)
    return () => {
      inside.removeEventListener('click', stop, true)
      inside.removeEventListener('submit', stop, true)
    }
  }, [inside])

  return (
    <div
      ref={room}
      className="sk-venster"
      style={{ blockSize: height * scale + EDGE, maxInlineSize: width + EDGE }}
    >
      <iframe
        title={title}
        srcDoc={EMPTY}
        className="sk-venster__frame"
        style={{ inlineSize: width, blockSize: height, scale: String(scale) }}
        onLoad={({ currentTarget }) => {
          setInside(currentTarget.contentDocument)
        }}
      />
      {inside && createPortal(children, inside.body)}
    </div>
  )
}

/** How much smaller something of this width has to be to fit where it stands. */
function useScale(width: number) {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    if (!room.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setScale(Math.min(1, entry.contentRect.width / width))
    })
    observer.observe(room.current)
    return () => {
      observer.disconnect()
    }
  }, [width])
  return { room, scale }
}
