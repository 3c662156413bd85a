const of = (outer: string, ...inner: string[]) => inner.map((name) => `${outer}.${name}`)

/** The fields of the format in the order in which somebody looks for one. */
export const GROEPEN = {
  wat: [
    'titel',
    'samenvatting',
    'beschrijving',
    'watLevertHetOp',
    'soort',
    'themas',
    'ambities',
    'doelen',
    'niveau',
    'vormen',
  ],
  wie: [
    'doelgroepen',
    'doelgroepToelichting',
    'nietVoor',
    'leeftijdVan',
    'leeftijdTot',
    'openVoor',
    'talen',
    'toegankelijkheid',
  ],
  meedoen: [
    'aanmelden',
    'wieVerwijst',
    'kosten',
    'kostenToelichting',
    'eersteKeer',
    'meebrengen',
    'capaciteit',
    'capaciteitOp',
    'wachttijd',
    'vrijwilligersGezocht',
    'vrijwilligersTekst',
    'inzet',
  ],
  wanneer: [
    ...of('momenten', 'rrule', 'begin', 'eind', 'van', 'tot', 'behalve', 'toelichting'),
    'opAfspraak',
    ...of('sluitingen', 'van', 'tot', 'reden'),
  ],
  waar: [
    ...of('locatie', 'naam', 'straat', 'postcode', 'plaats', 'wijk', 'lat', 'lon', 'geheim'),
    'werkgebied',
  ],
  contact: of('contact', 'naam', 'telefoon', 'email', 'website'),
} satisfies Record<string, string[]>

export type Groep = keyof typeof GROEPEN | 'bij'

/** The fields that there are by group; what no group has is for keeping it up. */
export function inGroepen(velden: string[]): [Groep, string[]][] {
  const grouped = Object.entries(GROEPEN).map(([groep, names]): [Groep, string[]] => [
    groep as Groep,
    names.filter((name) => velden.includes(name)),
  ])
  const known = new Set(grouped.flatMap(([, names]) => names))
  return [...grouped, ['bij', velden.filter((veld) => !known.has(veld))]]
}
