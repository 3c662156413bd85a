import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/dates/localTime'
import { decodeList, encodeList, type SharedItem, type SharedList } from './fragment'
import { CAPACITEITEN } from './stand'

/** The same lists in every run: a failure can be looked at again. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const NOTES = [
  '',
  'Bel eerst.',
  'Vraag naar Ali\nDeur om de hoek',
  'naïef – ‘ja’ 🙂',
  '日本',
  'x'.repeat(500),
]

function someList(seed: number): SharedList {
  const random = randomFrom(seed)
  const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('')
  const item = (): SharedItem => {
    const notitie = seed % 3 === 0 ? NOTES[random(NOTES.length)] : ''
    return {
      id: [8, 4, 4, 4, 12].map(hex).join('-'),
      stand: {
        plek: random(0x10000),
        tijden: random(0x10000),
        capaciteit: CAPACITEITEN[random(4) as 0 | 1 | 2 | 3],
        dicht: random(2) === 1,
      },
      ...(notitie && { notitie }),
    }
  }
  return {
    day: addDays('2020-01-01', random(30_000)),
    items: Array.from({ length: 1 + (seed % 7 === 0 ? 199 : random(12)) }, item),
  }
}

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed)

describe('een lijst in een link', () => {
  it('komt eruit zoals hij erin ging', () => {
    for (const seed of SEEDS) {
      const list = someList(seed)
      expect(decodeList(encodeList(list))).toEqual({ list })
    }
  })

  it('bestaat uit tekens die elk programma in een link laat staan, en eindigt ermee', () => {
    for (const seed of SEEDS) {
      expect(encodeList(someList(seed))).toMatch(/^1\.[\w-]+\.[\da-z]+$/)
    }
  })

  it('is kort: tien dingen passen in een kort bericht en een QR-code', () => {
    const { day, items } = someList(7)
    expect(encodeList({ day, items: items.slice(0, 10) }).length).toBeLessThan(300)
  })

  it('merkt het als er een stuk af is, of iets anders staat', () => {
    for (const seed of SEEDS.slice(0, 12)) {
      const fragment = encodeList(someList(seed))
      const random = randomFrom(seed)
      const cut = fragment.slice(0, 3 + random(fragment.length - 4))
      expect(decodeList(cut)).toEqual({ fault: 'kapot' })
      const at = 2 + random(fragment.lastIndexOf('.') - 2)
      const other = fragment[at] === 'A' ? 'B' : 'A'
      const changed = fragment.slice(0, at) + other + fragment.slice(at + 1)
      expect(decodeList(changed)).toEqual({ fault: 'kapot' })
    }
  })

  it.each([
    ['', 'leeg'],
    ['   ', 'leeg'],
    ['inhoud', 'kapot'],
    ['1', 'kapot'],
    ['1.%%%.xx', 'kapot'],
    ['1.AAAA', 'kapot'],
    ['2.wat-dan-ook', 'nieuwer'],
    ['0.AAAA.1', 'kapot'],
    ['x'.repeat(100_000), 'kapot'],
  ])('zegt van %.20s dat het geen lijst is', (fragment, fault) => {
    expect(decodeList(fragment)).toEqual({ fault })
  })

  it('noemt een lijst zonder dingen leeg', () => {
    expect(decodeList(encodeList({ day: '2026-11-30', items: [] }))).toEqual({ fault: 'leeg' })
  })
})
