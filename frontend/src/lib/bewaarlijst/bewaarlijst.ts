import { useSyncExternalStore } from 'react'
import { watchers } from '@/lib/storage/watchers'
import { soundItems, type Bewaard } from './bewaard'

/**
 * What somebody saved to read again or to hand over. It is in this browser alone and never sent;
 * nothing is stored while it is empty. A list that nobody changed for half a year is erased: this
 * may be a computer of more people.
 */
export type Bewaarlijst = readonly Bewaard[]

const KEY = 'mijn-lijst'
const VERSION = 1
const KEPT_FOR = 183 * 86_400_000
const EMPTY: Bewaarlijst = []

let list: Bewaarlijst | undefined
/** Whether the browser refused to store it: then it holds for as long as the page is open. */
let refused = false
const { subscribe, tell } = watchers(KEY, () => {
  list = read()
})

/** The list in the order of its owner; empty on the server, which cannot know it. */
export function useBewaarlijst(): Bewaarlijst {
  return useSyncExternalStore(subscribe, current, () => EMPTY)
}

export function useIsRefused(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => refused,
    () => false,
  )
}

/** Changes the newest list: another tab may have changed it since this one read it. */
export function changeBewaarlijst(change: (list: Bewaarlijst) => Bewaarlijst) {
  const before = refused ? current() : read()
  const next = change(before)
  if (next === before) return
  list = next
  try {
    if (next.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify({ v: VERSION, op: Date.now(), items: next }))
    refused = false
  } catch {
    refused = true
  }
  tell()
}

function current(): Bewaarlijst {
  return (list ??= read())
}

function read(): Bewaarlijst {
  try {
    const stored = localStorage.getItem(KEY)
    if (stored === null) return EMPTY
    const { v, op, items } = JSON.parse(stored) as Record<string, unknown>
    if (Date.now() - Number(op) > KEPT_FOR) localStorage.removeItem(KEY)
    else if (v === VERSION) return soundItems(items)
    return EMPTY
  } catch {
    return list ?? EMPTY
  }
}
