import type { AanbodKern } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { MOST, type Bewaard } from './bewaard'
import { changeBewaarlijst } from './bewaarlijst'
import { standOf } from './stand'

/** What was taken off while this page is open: put on again, it has its note again. */
const taken = new Map<string, Bewaard>()

export function bewaardOf(aanbod: AanbodKern, waar: string, now: Date): Bewaard {
  const { id, slug, titel } = aanbod
  return { id, slug, titel, waar, stand: standOf(aanbod, now), sinds: localTime(now).day }
}

/** Puts it last on the list; false when the list is full. */
export function save(item: Bewaard): boolean {
  let room = true
  changeBewaarlijst((list) => {
    if (list.some(({ id }) => id === item.id)) return list
    room = list.length < MOST
    const notitie = item.notitie ?? taken.get(item.id)?.notitie
    return room ? [...list, { ...item, ...(notitie && { notitie }) }] : list
  })
  return room
}

export function takeOff(item: Bewaard) {
  taken.set(item.id, item)
  changeBewaarlijst((list) => list.filter(({ id }) => id !== item.id))
}
