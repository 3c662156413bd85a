import { expect, it } from 'vitest'
import { weekendFrom } from './coming'

it.each([
  ['2026-11-18', '2026-11-21', '2026-11-22'], // Wednesday
  ['2026-11-21', '2026-11-21', '2026-11-22'], // Saturday
  ['2026-11-22', '2026-11-22', '2026-11-22'], // Sunday: what is left of it
  ['2026-11-23', '2026-11-28', '2026-11-29'], // Monday
  ['2026-12-31', '2027-01-02', '2027-01-03'], // over the turn of the year
])('vanaf %s is het weekend %s en %s', (today, from, to) => {
  expect(weekendFrom(today)).toEqual({ from, to })
})
