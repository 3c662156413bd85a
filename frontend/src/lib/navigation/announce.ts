import { useSyncExternalStore } from 'react'

/** What a screen reader says next, when something happened elsewhere than where the focus is. */
let said = ''
const listeners = new Set<() => void>()

export function announce(text: string) {
  said = text
  for (const listener of listeners) listener()
}

export const useAnnounced = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
    () => '',
  )
