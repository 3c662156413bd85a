import { expect, it } from 'vitest'
import { parseAgendavraag } from './agendavraag'
import { changed, inPeriode, onDay, periodeOf, sevenDays, weekendOf } from './periode'

const today = '2026-11-30' // a Monday

it('leest een adres zonder de woorden en de volgorde van het zoeken', () => {
  const values = { q: 'koffie', sort: 'titel', page: '3', wijk: 'berkum', avondOfWeekend: 'true' }
  expect(parseAgendavraag(values)).toEqual({ wijk: ['berkum'], avondOfWeekend: true })
  expect(parseAgendavraag({ avondOfWeekend: 'misschien', datumVan: '31-12-2026' })).toEqual({})
})

it.each([
  [{}, today, today],
  [{ datumVan: '2026-12-05' }, '2026-12-05', '2026-12-05'],
  [{ datumTot: '2026-12-05' }, today, '2026-12-05'],
  [{ datumVan: '2026-12-05', datumTot: '2026-12-01' }, '2026-12-05', '2026-12-05'],
  [{ datumVan: '2026-12-05', datumTot: '2028-01-01' }, '2026-12-05', '2027-01-04'],
])('laat bij %j zien wat er is van %s tot en met %s', (vraag, datumVan, datumTot) => {
  expect(periodeOf(vraag, today)).toEqual({ datumVan, datumTot })
})

it('zet vandaag niet in het adres, en begint elke verandering vooraan', () => {
  const vraag = { wijk: ['berkum'], cursor: 'verderop', datumVan: '2026-12-05' }
  expect(inPeriode(vraag, onDay(today), today)).toEqual({ wijk: ['berkum'] })
  expect(inPeriode(vraag, weekendOf(today), today)).toEqual({
    wijk: ['berkum'],
    datumVan: '2026-12-05',
    datumTot: '2026-12-06',
  })
  expect(changed(vraag, { wijk: undefined })).toEqual({ datumVan: '2026-12-05' })
  expect(sevenDays(today).datumTot).toBe('2026-12-06')
})
