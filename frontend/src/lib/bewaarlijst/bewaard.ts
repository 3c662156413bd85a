import { isStand, type Stand } from './stand'

/** One thing that somebody saved, with what it takes to show it when the server is away. */
export interface Bewaard {
  id: string
  slug: string
  titel: string
  /** The place in one line, as it was said then. */
  waar: string
  stand: Stand
  /** The day on which it was saved, yyyy-mm-dd. */
  sinds: string
  notitie?: string | undefined
}

/** More than anybody reads, and small enough for every browser and for one link. */
export const MOST = 200
export const LONGEST_NOTE = 500

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What is sound of what was stored, each once; anything else is left out. */
export function soundItems(stored: unknown): Bewaard[] {
  const items = Array.isArray(stored) ? stored.filter(isBewaard) : []
  const first = new Map(items.map((item) => [item.id, item]))
  return [...first.values()].slice(0, MOST)
}

function isBewaard(value: unknown): value is Bewaard {
  if (typeof value !== 'object' || value === null) return false
  const { id, slug, titel, waar, stand, sinds, notitie } = value as Record<string, unknown>
  return (
    isText(id, 36) &&
    ID.test(id) &&
    isText(slug, 200) &&
    slug !== '' &&
    isText(titel, 300) &&
    isText(waar, 300) &&
    isText(sinds, 10) &&
    DAY.test(sinds) &&
    (notitie === undefined || isText(notitie, LONGEST_NOTE)) &&
    isStand(stand)
  )
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest
