import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Bewerking } from '@/lib/api/types'
import type { Concept } from './concept'
import { inhoudOf, merge, same, type Inhoud, type Vraag } from './inhoud'

/** How it stands with keeping what was typed. */
export type Keeping = 'bewaard' | 'typt' | 'bezig' | 'weg' | 'geweigerd' | 'botsing'

export interface Botsing {
  nu: Bewerking
  samen: Inhoud
  vragen: Vraag[]
}

export interface KeeperState {
  inhoud: Inhoud
  /** The last answer: the faults and hints in it are about its own content. */
  answer: Bewerking
  keeping: Keeping
  /** What the server said when it refused. */
  weigering: string | null
  botsing: Botsing | null
  /** Whether a closed lid loses nothing: the server has it, or else this browser. */
  safe: boolean
}

export interface Ways {
  send: (inhoud: Inhoud, basisVersie: number, versie: number) => Promise<Bewerking>
  /** Keeps it in this browser; false when that cannot be. */
  hold: (concept: Omit<Concept, 'wie'>) => boolean
  letGo: () => void
  /** The session has ended: somebody has to log in again. */
  onLoggedOut: () => void
  /** What a colleague wrote in other fields was taken over. */
  onMerged: () => void
}

const PAUSE = 900
const FIRST_RETRY = 2_000
const LAST_RETRY = 30_000
const [NOT_LOGGED_IN, CHANGED, TOO_MANY] = [401, 412, 429]

export type Keeper = ReturnType<typeof createKeeper>

/**
 * Brings what somebody types to the server, one sending at a time, and never forgets any of it before
 * the server has said that it has it.
 */
export function createKeeper(first: Bewerking, concept: Concept | null, ways: Ways) {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null
  let retry = FIRST_RETRY
  let gestuurd: Inhoud[] = concept?.gestuurd ?? []
  let basisVersie = first.basisVersie
  let state: KeeperState = {
    inhoud: inhoudOf(first),
    answer: first,
    keeping: 'bewaard',
    weigering: null,
    botsing: null,
    safe: true,
  }

  function set(next: Partial<KeeperState>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const isKept = () =>
    same(state.inhoud, inhoudOf(state.answer)) && basisVersie === state.answer.basisVersie

  function plan(delay: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }

  function hold() {
    const { inhoud, answer } = state
    const held = ways.hold({ inhoud, basis: inhoudOf(answer), versie: answer.versie, gestuurd })
    if (held !== state.safe) set({ safe: held })
  }

  /** What the server said last is where this goes on from. */
  function accept(answer: Bewerking) {
    gestuurd = []
    retry = FIRST_RETRY
    basisVersie = answer.basisVersie
    set({ answer, weigering: null, botsing: null, keeping: 'typt' })
    if (!isKept()) {
      hold()
      plan(PAUSE)
      return
    }
    clearTimeout(timer)
    ways.letGo()
    set({ keeping: 'bewaard', safe: true })
  }

  function collide(nu: Bewerking, basis: Inhoud) {
    if (gestuurd.some((each) => same(each, inhoudOf(nu)))) {
      accept(nu)
      return
    }
    const { samen, vragen } = merge(basis, state.inhoud, inhoudOf(nu))
    if (vragen.length > 0) {
      set({ keeping: 'botsing', botsing: { nu, samen, vragen } })
      return
    }
    set({ inhoud: samen })
    accept(nu)
    ways.onMerged()
  }

  function restore({ inhoud, basis, versie }: Concept) {
    state = { ...state, inhoud }
    if (isKept() || versie === first.versie) accept(first)
    else collide(first, basis)
  }

  function refuse(error: unknown) {
    const status = error instanceof ApiProblem ? error.status : 0
    const nu = error instanceof ApiProblem && status === CHANGED ? error.problem : null
    if (nu && 'nu' in nu) {
      collide(nu.nu as Bewerking, inhoudOf(state.answer))
    } else if (error instanceof ServerUnreachable || status >= 500 || status === TOO_MANY) {
      set({ keeping: 'weg' })
      plan(retry)
      retry = Math.min(retry * 2, LAST_RETRY)
    } else if (status === NOT_LOGGED_IN) {
      set({ keeping: 'weg' })
      ways.onLoggedOut()
    } else {
      set({ keeping: 'geweigerd', weigering: error instanceof Error ? error.message : '' })
    }
  }

  async function sendOnce() {
    const { inhoud, answer } = state
    if (gestuurd.at(-1) !== inhoud) gestuurd = [...gestuurd, inhoud]
    set({ keeping: state.keeping === 'weg' ? 'weg' : 'bezig' })
    try {
      accept(await ways.send(inhoud, basisVersie, answer.versie))
    } catch (error) {
      hold()
      refuse(error)
    }
  }

  /** Sends what has not been kept yet; true when the server has it all. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    while (sending) await sending
    if (state.botsing) return false
    if (isKept()) return true
    sending = sendOnce().finally(() => {
      sending = null
    })
    await sending
    return isKept()
  }

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Goes on with what this browser still had. */
    start() {
      if (concept) restore(concept)
      concept = null
    },
    flush,
    /** Somebody typed or chose something. */
    change(inhoud: Inhoud) {
      set({
        inhoud,
        ...(state.keeping !== 'botsing' && state.keeping !== 'weg' && { keeping: 'typt' }),
      })
      hold()
      if (!state.botsing && state.keeping !== 'weg') plan(PAUSE)
    },
    /** Of a collision this is what has to stand there. */
    choose: (inhoud: Inhoud) => {
      if (!state.botsing) return
      set({ inhoud })
      accept(state.botsing.nu)
      void flush()
    },
    /** The listing changed while it was written: with that in view, this has to stand there. */
    settle: (inhoud: Inhoud) => {
      basisVersie = state.answer.aanbodVersie
      set({ inhoud, keeping: 'typt' })
      hold()
      void flush()
    },
    /** The server brought it somewhere else: thrown away, put back, or handed in. */
    become(answer: Bewerking) {
      set({ inhoud: inhoudOf(answer) })
      accept(answer)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
