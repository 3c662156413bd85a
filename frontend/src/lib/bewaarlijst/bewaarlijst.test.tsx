import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eenAanbod } from '@/test/aanbod'
import { LONGEST_NOTE, MOST } from './bewaard'
import { changeBewaarlijst, useBewaarlijst, useIsRefused } from './bewaarlijst'
import { accept, move, putBack, remove, writeNote } from './order'
import { bewaardOf, save, takeOff } from './toggle'

const KEY = 'mijn-lijst'
const NOW = new Date('2026-11-30T12:00:00+01:00')
const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const item = (n: number) =>
  bewaardOf(eenAanbod({ id: idOf(n), slug: `s${n}`, titel: `T${n}` }), 'De Brug', NOW)
const list = () => renderHook(() => useBewaarlijst()).result.current
const titles = () => list().map(({ titel }) => titel)
const saveAll = (...numbers: number[]) => {
  numbers.forEach((n) => save(item(n)))
}
const stored = () =>
  JSON.parse(localStorage.getItem(KEY) ?? 'null') as { v: number; items: unknown[] } | null
const elsewhere = (value: string | null) => {
  if (value === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, value)
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
  })
}
const packed = (items: unknown, op = Date.now(), v = 1) => JSON.stringify({ v, op, items })

beforeEach(() => {
  changeBewaarlijst(() => [])
  // As on every page, the header listens.
  renderHook(() => useBewaarlijst())
})

describe('de bewaarlijst', () => {
  it('bewaart niets zolang er niets op staat, en ruimt op als hij leeg is', () => {
    expect(list()).toEqual([])
    saveAll(1)
    expect(stored()?.items).toHaveLength(1)
    remove(idOf(1))
    expect(localStorage).toHaveLength(0)
  })

  it('houdt de volgorde van de eigenaar, elk één keer', () => {
    saveAll(1, 2, 3, 2)
    move(idOf(3), -1)
    move(idOf(1), -1)
    move(idOf(2), 1)
    expect(titles()).toEqual(['T1', 'T3', 'T2'])
  })

  it('zet terug wat eraf ging, op zijn plek en met zijn notitie', () => {
    saveAll(1, 2, 3)
    writeNote(idOf(2), 'bel eerst')
    const taken = remove(idOf(2))
    expect(titles()).toEqual(['T1', 'T3'])
    putBack(taken)
    putBack(taken)
    expect(titles()).toEqual(['T1', 'T2', 'T3'])
    expect(list()[1]?.notitie).toBe('bel eerst')
    putBack(remove(...list().map(({ id }) => id)))
    expect(titles()).toEqual(['T1', 'T2', 'T3'])
  })

  it('heeft de notitie nog als je een knop per ongeluk indrukt', () => {
    saveAll(1)
    writeNote(idOf(1), 'van mij')
    const [saved] = list()
    if (saved) takeOff(saved)
    expect(list()).toEqual([])
    saveAll(1)
    expect(list()[0]?.notitie).toBe('van mij')
  })

  it('kort een notitie in en haalt een lege weg', () => {
    saveAll(1)
    writeNote(idOf(1), 'x'.repeat(900))
    expect(list()[0]?.notitie).toHaveLength(LONGEST_NOTE)
    writeNote(idOf(1), '')
    expect(JSON.stringify(stored())).not.toContain('notitie')
  })

  it('rekent na "begrepen" met hoe het nu is', () => {
    saveAll(1)
    const stand = { plek: 1, tijden: 2, capaciteit: 'vol', dicht: true } as const
    accept(idOf(1), stand, 'Elders', '2026-12-01')
    expect(list()[0]).toMatchObject({ stand, waar: 'Elders', sinds: '2026-12-01' })
  })

  it('neemt er niet meer dan tweehonderd', () => {
    expect(Array.from({ length: MOST }, (_, n) => save(item(n))).every(Boolean)).toBe(true)
    expect(save(item(999))).toBe(false)
    expect(list()).toHaveLength(MOST)
    elsewhere(packed(Array.from({ length: 300 }, (_, n) => item(n))))
    expect(list()).toHaveLength(MOST)
  })
})

describe('wat er in de browser staat', () => {
  it('volgt een ander tabblad, en verliest niet wat daar net bij kwam', () => {
    saveAll(1)
    const { result } = renderHook(() => useBewaarlijst())
    elsewhere(packed([item(1), item(2)]))
    expect(result.current).toHaveLength(2)
    // Written elsewhere, and not told yet.
    localStorage.setItem(KEY, packed([item(1), item(2), item(3)]))
    act(() => {
      saveAll(4)
    })
    expect(result.current.map(({ titel }) => titel)).toEqual(['T1', 'T2', 'T3', 'T4'])
    elsewhere(null)
    expect(result.current).toEqual([])
  })

  it.each([
    '{kapot',
    'null',
    '[]',
    '"tekst"',
    packed('geen lijst'),
    packed([null, 3, {}, { ...item(1), id: 'x' }, { ...item(1), stand: {} }]),
    packed([
      { ...item(1), notitie: 3 },
      { ...item(1), titel: 'x'.repeat(9_999) },
    ]),
    packed([item(1)], Date.now(), 9),
  ])('schrikt niet van rommel: %.60s', (rubbish) => {
    elsewhere(rubbish)
    expect(list()).toEqual([])
    saveAll(2)
    expect(titles()).toEqual(['T2'])
  })

  it('houdt van een half bedorven lijst wat goed is', () => {
    elsewhere(packed([item(1), { ...item(2), sinds: 'gisteren' }, item(3), item(1)]))
    expect(titles()).toEqual(['T1', 'T3'])
  })

  it('wist een lijst waar een half jaar niets aan veranderde', () => {
    elsewhere(packed([item(1)], Date.now() - 184 * 86_400_000))
    expect(list()).toEqual([])
    expect(localStorage).toHaveLength(0)
  })

  it('werkt zolang de pagina open is als de browser niets wil bewaren', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('vol', 'QuotaExceededError')
    })
    saveAll(1, 2)
    expect(titles()).toEqual(['T1', 'T2'])
    expect(renderHook(() => useIsRefused()).result.current).toBe(true)
    vi.restoreAllMocks()
    saveAll(3)
    expect(stored()?.items).toHaveLength(3)
    expect(renderHook(() => useIsRefused()).result.current).toBe(false)
  })
})
