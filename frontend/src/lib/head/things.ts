import type { Organization, Place } from 'schema-dts'
import type { Locatie, Organisatie } from '@/lib/api/types'
import { config } from '@/lib/config'
import { webHref } from '@/lib/wording/contact'
import type { HeadTools } from './head'

type Known = Pick<Organisatie, 'naam' | 'slug'> & Partial<Organisatie>

/** An organisation in the words of schema.org; its page here is where it is known by. */
export function organizationOf(
  { naam, slug, omschrijving, telefoon, email, website }: Known,
  { absolute }: Pick<HeadTools, 'absolute'>,
): Organization {
  const own = webHref(website)
  return {
    '@type': 'Organization',
    name: naam,
    url: absolute(`/organisaties/${slug}`),
    ...(omschrijving && { description: omschrijving }),
    ...(telefoon && { telephone: telefoon }),
    ...(email && { email }),
    ...(own && { sameAs: own }),
  }
}

/** A place as far as the public may know it: of a secret one the API gives no street and no point. */
export function placeOf({ naam, straat, postcode, plaats, lat, lon }: Locatie): Place {
  return {
    '@type': 'Place',
    ...((naam ?? straat) && { name: naam ?? straat ?? '' }),
    address: {
      '@type': 'PostalAddress',
      ...(straat && { streetAddress: straat }),
      ...(postcode && { postalCode: postcode }),
      addressLocality: plaats ?? config.gemeente,
      addressCountry: 'NL',
    },
    ...(lat != null &&
      lon != null && { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } }),
  }
}
