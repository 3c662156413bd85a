import { useSyncExternalStore } from 'react'

/** Whether there is a connection, and whether what is shown is of before (public/sw.js). */
export interface Offline {
  away: boolean
  /** Since when what is shown was kept, as ISO 8601; null when it is fresh. */
  keptAt: string | null
}

const FRESH: Offline = { away: false, keptAt: null }

let now = FRESH
const listeners = new Set<() => void>()

function change(next: Offline) {
  now = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useOffline(): Offline {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => FRESH,
  )
}

/** Lets the browser keep what is seen here, to be read without a connection. */
export function startKeeping() {
  window.addEventListener('offline', () => {
    change({ ...now, away: true })
  })
  window.addEventListener('online', () => {
    change(FRESH)
  })
  if (!navigator.onLine) change({ ...now, away: true })
  // Not everywhere, and not in every private window. Types say that it is.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!workers) return
  workers.addEventListener(
    'message',
    ({ data }: MessageEvent<{ type: string; keptAt: string }>) => {
      if (data.type !== 'bewaard') return
      const older = now.keptAt !== null && now.keptAt < data.keptAt
      change({ ...now, keptAt: older ? now.keptAt : data.keptAt })
    },
  )
  workers.register('/sw.js').catch(() => undefined)
  void workers.ready.then(({ active }) => {
    active?.postMessage({ type: 'leeft', files: fetchedFiles() })
  })
}

/** What this page fetched before the worker looked. */
function fetchedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`))
}
