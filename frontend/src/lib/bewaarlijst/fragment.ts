import { addDays, daysBetween } from '@/lib/dates/localTime'
import { LONGEST_NOTE, MOST } from './bewaard'
import { CAPACITEITEN, shortHash, type Stand } from './stand'

/**
 * A list as the part of an address after '#', which browsers keep to themselves: no server sees
 * it. `1.` is the version, then the bytes in base64url, then a check that the link came through
 * whole. It ends in a letter or figure, since programs that make links leave out what follows.
 *
 * The bytes: day (2, since 2020), flags (1), then per item id (16), place (2), times (2), capacity
 * and closed (1); with notes per item its length (2) and its UTF-8.
 */
export interface SharedItem {
  id: string
  stand: Stand
  notitie?: string
}
export interface SharedList {
  day: string
  items: readonly SharedItem[]
}

export type Decoded =
  | { list: SharedList }
  /** Why it cannot be read: nothing there, not whole, or made by a newer version of this site. */
  | { fault: 'leeg' | 'kapot' | 'nieuwer' }

const VERSION = '1'
const FIRST_DAY = '2020-01-01'
const WITH_NOTES = 1
const ITEM = 21
const HEAD = 3

export function encodeList({ day, items }: SharedList): string {
  const bytes: number[] = []
  const put16 = (value: number) => bytes.push(value >> 8, value & 0xff)
  const notes = items.some(({ notitie }) => notitie)
  put16(daysBetween(FIRST_DAY, day))
  bytes.push(notes ? WITH_NOTES : 0)
  for (const { id, stand, notitie } of items) {
    const hex = id.replaceAll('-', '')
    for (let i = 0; i < 32; i += 2) bytes.push(Number.parseInt(hex.slice(i, i + 2), 16))
    put16(stand.plek)
    put16(stand.tijden)
    bytes.push(CAPACITEITEN.indexOf(stand.capaciteit) | (stand.dicht ? 4 : 0))
    if (notes) {
      const text = new TextEncoder().encode(notitie ?? '')
      put16(text.length)
      bytes.push(...text)
    }
  }
  const body = btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  return `${VERSION}.${body}.${checkOf(body)}`
}

/** @param fragment what stands after '#'; anything at all, since people paste and programs cut. */
export function decodeList(fragment: string): Decoded {
  const [version, body = '', check, ...rest] = fragment.trim().split('.')
  if (!version) return { fault: 'leeg' }
  if (/^\d{1,3}$/.test(version) && Number(version) > Number(VERSION)) return { fault: 'nieuwer' }
  if (version !== VERSION || check !== checkOf(body) || rest.length > 0) return { fault: 'kapot' }
  try {
    const text = atob(body.replaceAll('-', '+').replaceAll('_', '/'))
    const list = readBytes(Uint8Array.from(text, (char) => char.charCodeAt(0)))
    return list.items.length > 0 ? { list } : { fault: 'leeg' }
  } catch {
    return { fault: 'kapot' }
  }
}

/** @throws RangeError where the bytes are not what this version writes. */
function readBytes(bytes: Uint8Array): SharedList {
  const view = new DataView(bytes.buffer)
  const day = addDays(FIRST_DAY, view.getUint16(0))
  const notes = view.getUint8(2) === WITH_NOTES
  const items = new Map<string, SharedItem>()
  let at = HEAD
  while (at < bytes.length) {
    const id = idFrom(bytes.subarray(at, at + 16))
    const state = view.getUint8(at + 20)
    const stand = {
      plek: view.getUint16(at + 16),
      tijden: view.getUint16(at + 18),
      capaciteit: CAPACITEITEN[(state & 3) as 0 | 1 | 2 | 3],
      dicht: (state & 4) > 0,
    }
    at += ITEM
    const notitie = notes ? noteAt(view, at) : ''
    if (notes) at += 2 + view.getUint16(at)
    items.set(id, { id, stand, ...(notitie && { notitie }) })
  }
  if (at !== bytes.length || items.size > MOST) throw new RangeError('Not a list of ours')
  return { day, items: [...items.values()] }
}

function noteAt(view: DataView, at: number): string {
  const text = new Uint8Array(view.buffer, at + 2, view.getUint16(at))
  return new TextDecoder().decode(text).slice(0, LONGEST_NOTE)
}

function idFrom(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const checkOf = (body: string) => shortHash(body).toString(36)
