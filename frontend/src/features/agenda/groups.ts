import type { AgendaKeer } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { dagdeelOf, type Dagdeel } from '@/lib/dates/speakTime'

/** Times that stand below one heading: of one day, or of one part of it. */
export interface Group {
  key: string
  dag: string
  /** Undefined when only the day is known, and where a heading is a whole day. */
  dagdeel?: Dagdeel | undefined
  keren: AgendaKeer[]
}

/** In the order they came in. */
export function groupsOf(keren: readonly AgendaKeer[], byPart: boolean): Group[] {
  const groups: Group[] = []
  for (const keer of keren) {
    const dagdeel = byPart && keer.van ? dagdeelOf(localTime(new Date(keer.van)).hour) : undefined
    const last = groups.at(-1)
    if (last?.dag === keer.dag && last.dagdeel === dagdeel) last.keren.push(keer)
    else groups.push({ key: `groep-${groups.length}`, dag: keer.dag, dagdeel, keren: [keer] })
  }
  return groups
}

/** Over by now; without an end: begun, so that nobody comes halfway. */
export function isOver({ van, tot }: Pick<AgendaKeer, 'van' | 'tot'>, now: Date): boolean {
  const end = tot ?? van
  return end != null && new Date(end) <= now
}
