import { LONGEST_NOTE, type Bewaard } from './bewaard'
import { changeBewaarlijst, type Bewaarlijst } from './bewaarlijst'
import type { Stand } from './stand'

/** What was taken off, and where it stood. */
export type Taken = readonly { item: Bewaard; place: number }[]

export function remove(...ids: string[]): Taken {
  let taken: Taken = []
  changeBewaarlijst((list) => {
    taken = list.map((item, place) => ({ item, place })).filter(({ item }) => ids.includes(item.id))
    return list.filter(({ id }) => !ids.includes(id))
  })
  return taken
}

/** Undoes a removal, as far as nothing else came in its place. */
export function putBack(taken: Taken) {
  changeBewaarlijst((list) => {
    const next = [...list]
    for (const { item, place } of taken) {
      if (!next.some(({ id }) => id === item.id)) next.splice(place, 0, item)
    }
    return next
  })
}

export function move(id: string, step: -1 | 1) {
  changeBewaarlijst((list) => {
    const from = list.findIndex((item) => item.id === id)
    const to = from + step
    if (from < 0 || to < 0 || to >= list.length) return list
    const next = [...list]
    next.splice(to, 0, ...next.splice(from, 1))
    return next
  })
}

export function writeNote(id: string, text: string) {
  const notitie = text.slice(0, LONGEST_NOTE)
  change(id, (item) => ({ ...item, notitie: notitie || undefined }))
}

/** From now on changes count from how it is today. */
export function accept(id: string, stand: Stand, waar: string, sinds: string) {
  change(id, (item) => ({ ...item, stand, waar, sinds }))
}

function change(id: string, how: (item: Bewaard) => Bewaard) {
  changeBewaarlijst((list: Bewaarlijst) => list.map((item) => (item.id === id ? how(item) : item)))
}
