import { expect, it } from 'vitest'
import { roundPlek } from './nearby'

it('maakt een plek minder precies voordat iets anders hem ziet', () => {
  expect(roundPlek({ latitude: 52.526473, longitude: 6.084108 })).toEqual({
    lat: 52.526,
    lon: 6.084,
  })
})
