import thema from '@thema/thema.json'

const drawings = import.meta.glob<string>('@thema/beeldmerk.svg', {
  eager: true,
  query: '?url',
  import: 'default',
})

/** What another municipality or installation sets; how it looks: frontend/themas, docs/thema.md. */
export const config = {
  gemeente: thema.gemeente,
  /** Address of the drawing beside the name; without it the wijken themselves are drawn there. */
  beeldmerk: Object.values(drawings)[0],
  /** Time zone in which moments are told, wherever the reader is. */
  timeZone: 'Europe/Amsterdam',
  /** Address template of map tiles ({z}/{x}/{y}); without it the map shows only our own outlines. */
  mapTiles: import.meta.env.VITE_MAP_TILES as string | undefined,
  mapAttribution: (import.meta.env.VITE_MAP_ATTRIBUTION as string | undefined) ?? '',
} as const
