import type { Zegt } from './velden/Tekst'

/** The parts of fields that have a place of their own on the page, and what they are called. */
export const PARTS: Record<string, Zegt> = {
  'contact.naam': 'contactNaam',
  'contact.telefoon': 'contactTelefoon',
  'contact.email': 'contactEmail',
  'contact.website': 'contactWebsite',
  'locatie.naam': 'plekNaam',
  'locatie.straat': 'straat',
  'locatie.postcode': 'postcode',
  'locatie.plaats': 'plaats',
}
