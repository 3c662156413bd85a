import { expect, it } from 'vitest'
import type { AgendaKeer } from '@/lib/api/types'
import { groupsOf, isOver } from './groups'

const keer = (dag: string, van?: string, tot?: string) =>
  ({
    dag,
    van: van ? `${dag}T${van}:00+01:00` : null,
    tot: tot ? `${dag}T${tot}:00+01:00` : null,
  }) as AgendaKeer

const DAY = [keer('2026-12-05', '09:00'), keer('2026-12-05', '11:30'), keer('2026-12-05', '19:00')]

it('deelt een dag op in zijn delen, en wat geen tijd heeft komt apart', () => {
  const groups = groupsOf([...DAY, keer('2026-12-05')], true)
  expect(groups.map(({ dagdeel, keren }) => [dagdeel, keren.length])).toEqual([
    ['ochtend', 2],
    ['avond', 1],
    [undefined, 1],
  ])
  expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
})

it('deelt een week op in dagen', () => {
  const groups = groupsOf([...DAY, keer('2026-12-06', '10:00')], false)
  expect(groups.map(({ dag, keren }) => [dag, keren.length])).toEqual([
    ['2026-12-05', 3],
    ['2026-12-06', 1],
  ])
})

it.each([
  [keer('2026-12-05', '10:00', '12:00'), false],
  [keer('2026-12-05', '09:00', '11:00'), true],
  [keer('2026-12-05', '10:59'), true],
  [keer('2026-12-05'), false],
])('weet om elf uur of %j voorbij is: %s', (one, over) => {
  expect(isOver(one, new Date('2026-12-05T11:00:00+01:00'))).toBe(over)
})
