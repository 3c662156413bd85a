import type { AdministrativeArea, Event, Service, ServiceChannel, Thing } from 'schema-dts'
import type { Aanbod } from '@/lib/api/types'
import { config } from '@/lib/config'
import type { HeadTools } from '@/lib/head/head'
import { organizationOf, placeOf } from '@/lib/head/things'
import { findOutline } from '@/lib/wijken/outlines'
import { closedNow, comingFrom } from '@/lib/wording/when'

/** As many as the page itself names. */
const EVENTS = 3

/** What a listing is in the words of schema.org: a service, and when somebody can come to it. */
export function aanbodThings(aanbod: Aanbod, tools: HeadTools): Thing[] {
  return [serviceOf(aanbod, tools), ...eventsOf(aanbod, tools)]
}

function serviceOf(aanbod: Aanbod, tools: HeadTools): Service {
  const { labelOf } = tools
  const { samenvatting, beschrijving, themas, doelgroepen, organisatie, kosten } = aanbod
  const description = samenvatting ?? beschrijving
  return {
    '@type': 'Service',
    name: aanbod.titel,
    url: tools.absolute(`/aanbod/${aanbod.slug}`),
    ...(description && { description }),
    category: themas.map((code) => labelOf('themas', code)),
    provider: organizationOf(organisatie, tools),
    areaServed: areasOf(aanbod),
    ...(doelgroepen.length > 0 && {
      audience: doelgroepen.map((code) => ({
        '@type': 'Audience' as const,
        audienceType: labelOf('doelgroepen', code),
      })),
    }),
    availableChannel: channelOf(aanbod, tools),
    ...(kosten === 'gratis' && { offers: { '@type': 'Offer', price: 0, priceCurrency: 'EUR' } }),
  }
}

function areasOf({ werkgebied }: Aanbod): AdministrativeArea[] {
  const wijken = werkgebied?.stadsbreed ? [] : (werkgebied?.wijken ?? [])
  const names = wijken.map((code) => findOutline(code)?.naam ?? code)
  return (names.length > 0 ? names : [config.gemeente]).map((name) => ({
    '@type': 'AdministrativeArea',
    name,
  }))
}

/** The telephone number of the organisation; who answers it is nobody's business but theirs. */
function channelOf({ locatie, contact, talen }: Aanbod, { labelOf }: HeadTools): ServiceChannel {
  return {
    '@type': 'ServiceChannel',
    ...(locatie && { serviceLocation: placeOf(locatie) }),
    ...(contact.telefoon && {
      servicePhone: { '@type': 'ContactPoint', telephone: contact.telefoon },
    }),
    ...(talen.length > 0 && { availableLanguage: talen.map((code) => labelOf('talen', code)) }),
  }
}

/** The next times; what has no place is not something to go to. */
function eventsOf(aanbod: Aanbod, tools: HeadTools): Event[] {
  const { titel, slug, samenvatting, locatie, organisatie, kosten } = aanbod
  if (!locatie || closedNow(aanbod, tools.now)) return []
  return comingFrom(aanbod, tools.now)
    .slice(0, EVENTS)
    .map(({ dag, van, tot }) => ({
      '@type': 'Event',
      name: titel,
      url: tools.absolute(`/aanbod/${slug}`),
      ...(samenvatting && { description: samenvatting }),
      startDate: van ?? dag,
      ...(tot && { endDate: tot }),
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: placeOf(locatie),
      organizer: organizationOf(organisatie, tools),
      ...(kosten && { isAccessibleForFree: kosten === 'gratis' }),
    }))
}
