import thema from '@thema/thema.json'

const drawings = import.meta.glob<string>('@thema/beeldmerk.svg', {
  eager: true,
  query: '?url',
  import: 'default',
})

/** What the municipality says about how accessible its site is; docs/thema.md. */
interface Verklaring {
  /** As DigiToegankelijk names them; E is 'no statement in the register'. */
  status: 'A' | 'B' | 'C' | 'D' | 'E'
  /** The day that it was last looked at, as 2026-11-30. */
  datum: string
  /** For who meets something that does not work. */
  email: string
  /** Addresses: of the statement in the register, and of a report by people. */
  register?: string
  onderzoek?: string
}

/** What another municipality or installation sets; how it looks: frontend/themas, docs/thema.md. */
export const config = {
  gemeente: thema.gemeente,
  toegankelijkheid: thema.toegankelijkheid as Verklaring,
  /** Address of the drawing beside the name; without it the wijken themselves are drawn there. */
  beeldmerk: Object.values(drawings)[0],
  /** Time zone in which moments are told, wherever the reader is. */
  timeZone: 'Europe/Amsterdam',
  /** Address template of map tiles ({z}/{x}/{y}); without it the map shows only our own outlines. */
  mapTiles: import.meta.env.VITE_MAP_TILES as string | undefined,
  mapAttribution: (import.meta.env.VITE_MAP_ATTRIBUTION as string | undefined) ?? '',
} as const
