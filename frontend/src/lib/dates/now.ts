import { createContext, useContext, useSyncExternalStore } from 'react'

/** When the server made this page; null where the browser makes it. */
export const MadeAt = createContext<Date | null>(null)

const MINUTE = 60_000

let latest = new Date()

/** Lets the present begin with that of the server, whose page then needs no second drawing. */
export function beginAt(madeAt: Date) {
  latest = madeAt
}

/**
 * The present, at most a minute ago and until then the same object. A page that the server made
 * begins with the server's present, so that both draw the same words.
 */
export function useNow(): Date {
  const madeAt = useContext(MadeAt)
  return useSyncExternalStore(subscribe, present, () => madeAt ?? present())
}

function present(): Date {
  const now = Date.now()
  if (Math.abs(now - latest.getTime()) >= MINUTE) latest = new Date(now)
  return latest
}

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for all: it runs as long as somebody looks at it. */
function subscribe(onChange: () => void) {
  listeners.add(onChange)
  timer ??= setInterval(() => {
    for (const listener of listeners) listener()
  }, MINUTE / 2)
  return () => {
    listeners.delete(onChange)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
