import type { Aanbod, Resultaat } from '@/lib/api/types'

/** A listing with only what must be there; tests add what they are about. */
export function eenAanbod(given: Partial<Aanbod> = {}): Aanbod {
  return {
    id: '01',
    slug: 'koffie-in-de-brug',
    titel: 'Koffie in De Brug',
    status: 'gepubliceerd',
    organisatie: { id: '02', slug: 'de-brug', naam: 'De Brug', categorie: 'initiatief' },
    ambities: ['1'],
    doelen: [],
    themas: ['ontmoeten'],
    doelgroepen: [],
    vormen: ['inloop'],
    talen: [],
    toegankelijkheid: [],
    momenten: [],
    komende: [],
    sluitingen: [],
    contact: {},
    intervalMaanden: 6,
    gewijzigdOp: '2026-10-01T10:00:00+02:00',
    versie: 1,
    ...given,
  }
}

export function eenResultaat(given: Partial<Resultaat> = {}): Resultaat {
  const aanbod = eenAanbod()
  return {
    ...aanbod,
    samenvatting: 'Schuif aan voor koffie en een praatje.',
    markering: { titel: [{ tekst: given.titel ?? aanbod.titel, raak: false }] },
    wensen: [],
    redenen: [],
    ...given,
  }
}
