import { afterEach, expect, it, vi } from 'vitest'
import { askDevice } from './device'
import { choosePlek, currentPlek, forgetPlek, roundPlek } from './plek'

afterEach(() => {
  forgetPlek()
  vi.unstubAllGlobals()
})

const straat = { label: 'Beethovenlaan, Zwolle', punt: { lat: 52.527, lon: 6.084 } }

it('maakt een plek minder precies voordat iets anders hem ziet', () => {
  expect(roundPlek({ latitude: 52.526473, longitude: 6.084108 })).toEqual({
    lat: 52.526,
    lon: 6.084,
  })
  choosePlek({ label: 'Ergens', punt: { lat: 52.526473, lon: 6.084108 } })
  expect(currentPlek()).toEqual({ lat: 52.526, lon: 6.084 })
})

it('laat een gekozen plek staan als het apparaat later toch antwoordt', async () => {
  let answer: PositionCallback | undefined
  vi.stubGlobal('navigator', {
    geolocation: {
      getCurrentPosition: (success: PositionCallback) => {
        answer = success
      },
    },
  })
  const asked = askDevice()
  choosePlek(straat)
  answer?.({ coords: { latitude: 52.5, longitude: 6.1 } } as GeolocationPosition)
  expect(await asked).toBeNull()
  expect(currentPlek()).toEqual(straat.punt)
})

it('weet niets als het apparaat geen plek kent', async () => {
  vi.stubGlobal('navigator', {})
  expect(await askDevice()).toBeNull()
  expect(currentPlek()).toBeNull()
})
