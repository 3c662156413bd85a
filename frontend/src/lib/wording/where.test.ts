import { dutch } from '@/i18n'
import { expect, it } from 'vitest'
import { speakDistance, whereOf, wijkOf } from './where'

const { t } = dutch
const where = (place: Partial<Parameters<typeof whereOf>[0]>) =>
  whereOf({ vormen: [], ...place }, t, 'nl')

it('noemt de plek en de wijk', () => {
  expect(where({ locatie: { naam: 'De Brug', straat: 'Laan 1', wijk: 'WK019330' } })).toBe(
    'De Brug, Holtenbroek',
  )
  expect(where({ locatie: { straat: 'Laan 1', plaats: 'Zwolle' } })).toBe('Laan 1, Zwolle')
})

it('zegt het als er geen vaste plek is', () => {
  const heel = { stadsbreed: true, wijken: [] }
  expect(where({ werkgebied: heel })).toBe('In heel Zwolle')
  expect(where({ werkgebied: heel, vormen: ['aan-huis'] })).toBe('Bij jou thuis, in heel Zwolle')
  expect(where({ vormen: ['telefoon'] })).toBe('Via de telefoon')
  expect(where({ werkgebied: { stadsbreed: false, wijken: ['WK019340', 'WK019350'] } })).toBe(
    'In Berkum en Schelle',
  )
  expect(where({})).toBe('Plek onbekend, vraag dit even na')
})

it('wijst één wijk aan, of geen', () => {
  const wijken = (...codes: string[]) => ({
    vormen: [],
    werkgebied: { stadsbreed: false, wijken: codes },
  })
  expect(wijkOf({ vormen: [], locatie: { wijk: 'WK019340' } })).toBe('WK019340')
  expect(wijkOf(wijken('WK019350'))).toBe('WK019350')
  expect(wijkOf(wijken('WK019350', 'WK019340'))).toBeNull()
})

it.each([
  [12, '50 m'],
  [612, '600 m'],
  [980, '1 km'],
  [2340, '2,3 km'],
])('zegt %i meter als %s', (metres, words) => {
  expect(speakDistance(metres, t, 'nl')).toBe(words)
})
