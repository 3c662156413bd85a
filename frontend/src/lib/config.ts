/** What another municipality or installation sets; the look is set in app/theme/theme.css. */
export const config = {
  gemeente: 'Zwolle',
  /** Time zone in which moments are told, wherever the reader is. */
  timeZone: 'Europe/Amsterdam',
  /** Address template of map tiles ({z}/{x}/{y}); without it the map shows only our own outlines. */
  mapTiles: import.meta.env.VITE_MAP_TILES as string | undefined,
  mapAttribution: (import.meta.env.VITE_MAP_ATTRIBUTION as string | undefined) ?? '',
} as const
