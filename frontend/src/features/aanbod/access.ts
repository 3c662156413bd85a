import type { Aanbod } from '@/lib/api/types'

/** What is about getting there and getting in, and so stands beside the address. */
const OF_PLACE = ['rolstoel', 'lift', 'toilet', 'ringleiding', 'prikkelarm', 'bushalte', 'parkeren']

/** What somebody needs to be able to come, about the place and about the rest. */
export function accessOf({
  toegankelijkheid,
  locatie,
}: Pick<Aanbod, 'toegankelijkheid' | 'locatie'>) {
  const isOfPlace = (code: string) => locatie != null && OF_PLACE.includes(code)
  return {
    ofPlace: toegankelijkheid.filter(isOfPlace),
    other: toegankelijkheid.filter((code) => !isOfPlace(code)),
  }
}
