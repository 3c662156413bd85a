import { expect, it } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import { placesOf } from './places'

it('zet alles in één gebouw bij één punt, en laat weg wat geen plek heeft', () => {
  const brug = { naam: 'De Brug', lat: 52.526, lon: 6.084 }
  const places = placesOf([
    eenResultaat({ slug: 'koffie', locatie: brug }),
    eenResultaat({ slug: 'soep', locatie: { ...brug, lat: 52.52601 } }),
    eenResultaat({ slug: 'online' }),
    eenResultaat({ slug: 'straat', locatie: { straat: 'Laan 1' } }),
  ])
  expect(places).toHaveLength(1)
  expect(places[0]?.aanbod.map(({ slug }) => slug)).toEqual(['koffie', 'soep'])
})
