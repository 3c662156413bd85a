import { narrowed, parseZoekvraag, type Zoekvraag } from './zoekvraag'

/** What somebody looks up in the agenda, as it stands in its address: a period and filters. */
export type Agendavraag = Zoekvraag & {
  avondOfWeekend?: true
  /** Where the page begins, in a period with more than one page. */
  cursor?: string
}

/** Reads any address without failing; the agenda is not searched with words. */
export function parseAgendavraag(values: Record<string, unknown>): Agendavraag {
  const words = { q: undefined, zonder: undefined, sort: undefined }
  const vraag: Agendavraag = narrowed(parseZoekvraag(values), words)
  const { avondOfWeekend, cursor } = values
  if (String(avondOfWeekend) === 'true') vraag.avondOfWeekend = true
  if (typeof cursor === 'string' && cursor) vraag.cursor = cursor
  return vraag
}
