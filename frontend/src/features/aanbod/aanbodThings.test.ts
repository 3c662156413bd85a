import { describe, expect, it } from 'vitest'
import { dutch } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import type { HeadTools } from '@/lib/head/head'
import { eenAanbod } from '@/test/aanbod'
import { aanbodThings } from './aanbodThings'

const tools = {
  ...dutch,
  now: new Date('2026-12-01T08:00:00+01:00'),
  labelOf: (_, code) => `label van ${code}`,
  absolute: (address) => `https://kaart.example.org${address}`,
} as HeadTools

const keer = (dag: string) => ({
  dag,
  van: `${dag}T19:30:00+01:00`,
  tot: `${dag}T21:00:00+01:00`,
})
const brug = {
  naam: 'Wijkhuis De Brug',
  straat: 'Brugstraat 1',
  postcode: '8031 AB',
  plaats: 'Zwolle',
  wijk: 'WK019330',
  lat: 52.52,
  lon: 6.09,
}
const things = (given: Partial<Aanbod>) => aanbodThings(eenAanbod(given), tools)

describe('een activiteit in de woorden van schema.org', () => {
  it('is een dienst van een organisatie, voor wie en waar', () => {
    const [service] = things({
      samenvatting: 'Schuif aan.',
      kosten: 'gratis',
      doelgroepen: ['ouderen'],
      locatie: brug,
      werkgebied: { stadsbreed: false, wijken: ['WK019330'] },
      contact: { naam: 'Petra', telefoon: '038 000 12 34' },
    })
    expect(service).toEqual({
      '@type': 'Service',
      name: 'Koffie in De Brug',
      url: 'https://kaart.example.org/aanbod/koffie-in-de-brug',
      description: 'Schuif aan.',
      category: ['label van ontmoeten'],
      provider: {
        '@type': 'Organization',
        name: 'De Brug',
        url: 'https://kaart.example.org/organisaties/de-brug',
      },
      areaServed: [{ '@type': 'AdministrativeArea', name: 'Holtenbroek' }],
      audience: [{ '@type': 'Audience', audienceType: 'label van ouderen' }],
      availableChannel: {
        '@type': 'ServiceChannel',
        serviceLocation: {
          '@type': 'Place',
          name: 'Wijkhuis De Brug',
          address: {
            '@type': 'PostalAddress',
            streetAddress: 'Brugstraat 1',
            postalCode: '8031 AB',
            addressLocality: 'Zwolle',
            addressCountry: 'NL',
          },
          geo: { '@type': 'GeoCoordinates', latitude: 52.52, longitude: 6.09 },
        },
        servicePhone: { '@type': 'ContactPoint', telephone: '038 000 12 34' },
      },
      offers: { '@type': 'Offer', price: 0, priceCurrency: 'EUR' },
    })
  })

  it('is ook iets waar je heen kunt, de eerste drie keren die nog komen', () => {
    const days = ['2026-11-30', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']
    const [, ...events] = things({ locatie: brug, kosten: 'tot-5', komende: days.map(keer) })
    expect(events.map((event) => (event as { startDate: string }).startDate)).toEqual([
      '2026-12-01T19:30:00+01:00',
      '2026-12-08T19:30:00+01:00',
      '2026-12-15T19:30:00+01:00',
    ])
    expect(events[0]).toMatchObject({
      '@type': 'Event',
      endDate: '2026-12-01T21:00:00+01:00',
      location: { '@type': 'Place', name: 'Wijkhuis De Brug' },
      organizer: { '@type': 'Organization', name: 'De Brug' },
      isAccessibleForFree: false,
    })
  })

  it('zegt van een geheime plek alleen wat de server ervan geeft', () => {
    const secret = { naam: null, straat: null, postcode: null, plaats: 'Zwolle', wijk: null }
    const [, event] = things({ locatie: secret, komende: [keer('2026-12-01')] })
    expect(event).toMatchObject({
      location: {
        '@type': 'Place',
        address: { '@type': 'PostalAddress', addressLocality: 'Zwolle', addressCountry: 'NL' },
      },
    })
  })

  it.each<[string, Partial<Aanbod>]>([
    ['geen plek heeft', { komende: [keer('2026-12-01')] }],
    [
      'nu dicht is',
      {
        locatie: brug,
        komende: [keer('2026-12-15')],
        sluitingen: [{ van: '2026-11-30', tot: '2026-12-07' }],
      },
    ],
  ])('is geen gebeurtenis als het %s', (_, given) => {
    expect(things(given)).toHaveLength(1)
  })
})
