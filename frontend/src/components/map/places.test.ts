import { expect, it } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import { clusterPlaces, placesOf } from './places'

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

it('voegt plekken samen die op het scherm over elkaar zouden liggen', () => {
  const at = (key: string, lat: number, lon: number) => ({ key, lat, lon, naam: key, aanbod: [] })
  const places = [at('a', 0, 0), at('b', 0, 20), at('c', 0, 40), at('d', 100, 0)]
  const clusters = clusterPlaces(places, ({ lat, lon }) => ({ x: lon, y: lat }), 34)
  expect(clusters.map((cluster) => cluster.map(({ key }) => key))).toEqual([
    ['a', 'b'],
    ['c'],
    ['d'],
  ])
})
