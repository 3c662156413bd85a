import type { Bewerking } from '@/lib/api/types'

/** What the server says of a listing that somebody is writing. */
export const eenBewerking = (given: Partial<Bewerking> = {}): Bewerking => ({
  aanbodId: 'a-1',
  slug: 'koffie',
  status: 'concept',
  organisatie: { id: 'o-1', slug: 'de-brug', naam: 'De Brug', categorie: 'initiatief' },
  gecontroleerd: true,
  voorstel: false,
  aanbodVersie: 1,
  basisVersie: 1,
  versie: 1,
  eigen: true,
  gewijzigd: true,
  inhoud: { titel: 'Koffie' },
  fouten: [],
  ontbreekt: [],
  tips: [],
  verschillen: [],
  zekerheid: [],
  tijdenUitAgenda: false,
  daarna: 'indienen',
  ...given,
})
