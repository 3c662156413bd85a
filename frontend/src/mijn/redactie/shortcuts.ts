import { useEffect, useRef, useSyncExternalStore } from 'react'
import { watchers } from '@/lib/storage/watchers'

const STORAGE_KEY = 'sk-sneltoetsen'
const OFF = 'uit'

let isOn = read()
const { subscribe, tell } = watchers(STORAGE_KEY, () => {
  isOn = read()
})

function read(): boolean {
  try {
    return window.localStorage.getItem(STORAGE_KEY) !== OFF
  } catch {
    return true
  }
}

/** Single letters get in the way of who speaks to their computer, so they can be turned off. */
export function setShortcuts(on: boolean) {
  isOn = on
  try {
    if (on) window.localStorage.removeItem(STORAGE_KEY)
    else window.localStorage.setItem(STORAGE_KEY, OFF)
  } catch {
    // It holds for as long as the page is there.
  }
  tell()
}

export const useHasShortcuts = () => useSyncExternalStore(subscribe, () => isOn)

export type Shortcuts = Record<string, () => void>

/** What single letters do while this is shown; not while somebody types. */
export function useShortcuts(shortcuts: Shortcuts) {
  const on = useHasShortcuts()
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [on])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  )
}
