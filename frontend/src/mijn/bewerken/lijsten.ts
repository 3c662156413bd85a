import type { VocabularyList } from '@/lib/wording/labels'
import type { Veld } from './inhoud'

/** Fields that take their words from a vocabulary, and which. */
export const LISTS = {
  soort: 'soorten',
  ambities: 'ambities',
  doelen: 'doelen',
  themas: 'themas',
  niveau: 'niveaus',
  openVoor: 'openVoor',
  doelgroepen: 'doelgroepen',
  talen: 'talen',
  vormen: 'vormen',
  toegankelijkheid: 'toegankelijkheid',
  aanmelden: 'aanmelden',
  kosten: 'kosten',
  capaciteit: 'capaciteiten',
  inzet: 'inzet',
} as const satisfies Partial<Record<Veld, VocabularyList>>
