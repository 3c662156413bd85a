import { useSyncExternalStore } from 'react'
import { watchers } from '@/lib/storage/watchers'

/**
 * What the visitor searched for lately, only when they asked us to remember it. It is in this
 * browser alone and never sent. Nothing is stored while it is off, and turning it off erases.
 */
export interface Recent {
  on: boolean
  questions: readonly string[]
}

const KEY = 'recent-gezocht'
const MAX = 6
const OFF: Recent = { on: false, questions: [] }

let recent: Recent | undefined
const { subscribe, tell } = watchers(KEY, () => {
  recent = read()
})

/** The remembered questions, the newest first. */
export function useRecent(): Recent {
  return useSyncExternalStore(subscribe, current, () => OFF)
}

export function setRemembering(on: boolean) {
  store(on ? { on, questions: current().questions } : OFF)
}

export function eraseRecent() {
  if (current().on) store({ on: true, questions: [] })
}

export function remember(question: string) {
  const { on, questions } = current()
  const q = question.trim()
  if (!on || !q) return
  const others = questions.filter((known, i) => !isSame(known, q) && !(i === 0 && grew(known, q)))
  store({ on, questions: [q, ...others].slice(0, MAX) })
}

/** Takes out a question and its beginnings, which a pause in the typing may have left. */
export function forget(question: string) {
  const { on, questions } = current()
  const q = question.trim().toLowerCase()
  const others = questions.filter((known) => !q.startsWith(known.toLowerCase()))
  if (others.length < questions.length) store({ on, questions: others })
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Whether one is the other on its way: results come while typing, and so would its beginnings. */
function grew(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.toLowerCase().startsWith(short.toLowerCase())
}

function current(): Recent {
  return (recent ??= read())
}

function read(): Recent {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (!Array.isArray(stored)) return OFF
    const questions = stored.filter((item): item is string => typeof item === 'string')
    return { on: true, questions: questions.slice(0, MAX) }
  } catch {
    return OFF
  }
}

function store(next: Recent) {
  recent = next
  try {
    if (next.on) localStorage.setItem(KEY, JSON.stringify(next.questions))
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage it holds for as long as the page is open.
  }
  tell()
}
