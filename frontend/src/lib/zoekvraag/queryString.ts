/**
 * The address bar speaks the same language as the API: `?wijk=berkum&wijk=schelle`, one pair per
 * value, not the router's own JSON notation. So a link can be read, typed and sent to the API.
 */
export type QueryValues = Record<string, string | string[]>

export function parseQueryString(text: string): QueryValues {
  const values: QueryValues = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const known = values[key]
    values[key] = known === undefined ? value : [known, value].flat()
  }
  return values
}

export function formatQueryString(values: Record<string, unknown>): string {
  const pairs = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
        pairs.append(key, String(item))
      }
    }
  }
  const text = pairs.toString()
  return text === '' ? '' : `?${text}`
}
