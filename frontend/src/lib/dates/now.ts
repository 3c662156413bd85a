import { createContext, useContext, useSyncExternalStore } from 'react'

/** When the server made this page; null where the browser makes it. */
export const MadeAt = createContext<Date | null>(null)

const MINUTE = 60_000

let minute = new Date()

/**
 * The present, to the minute: the same object for as long as the minute lasts. A page that the
 * server made begins with the server's present, so that both draw the same words.
 */
export function useNow(): Date {
  const madeAt = useContext(MadeAt)
  return useSyncExternalStore(subscribe, present, () => madeAt ?? present())
}

function present(): Date {
  const now = Date.now()
  if (Math.floor(now / MINUTE) !== Math.floor(minute.getTime() / MINUTE)) minute = new Date(now)
  return minute
}

function subscribe(onChange: () => void) {
  const timer = setInterval(onChange, MINUTE / 2)
  return () => {
    clearInterval(timer)
  }
}
