/**
 * Who looks at something that this browser keeps under `key`. `reread` is called before they are
 * told that another tab changed it.
 */
export function watchers(key: string, reread: () => void) {
  const listeners = new Set<() => void>()

  function subscribe(listener: () => void) {
    const elsewhere = (event: StorageEvent) => {
      // Null is everything: somebody cleared the storage in another tab.
      if (event.key !== key && event.key !== null) return
      reread()
      listener()
    }
    listeners.add(listener)
    window.addEventListener('storage', elsewhere)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', elsewhere)
    }
  }

  function tell() {
    for (const listener of listeners) listener()
  }

  return { subscribe, tell }
}
