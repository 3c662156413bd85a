import { zoekenQuery } from '@/lib/api/zoeken'
import { parseZoekvraag, type Zoekvraag } from './zoekvraag'

const SHOWN = 3

/** A few listings under a heading, found by a question that whoever reads never sees. */
export interface Part {
  titel: string
  tekst?: string
  vraag: Record<string, unknown>
}

/** The question of a part as it stands in an address: without what it does not ask. */
export const partVraag = ({ vraag }: Part): Zoekvraag => parseZoekvraag(vraag)

/** What a part asks for: only as many as it shows. */
export const partQuery = (part: Part) => zoekenQuery({ ...partVraag(part), pageSize: SHOWN })
