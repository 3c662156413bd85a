import type { Aanbod, MeldingInvoer } from '@/lib/api/types'

/** What somebody can tap, in the order of how often it happens, with what it says to the owner. */
const KEUZES = {
  tijden: { soort: 'tijden', velden: ['wanneer'] },
  contact: { soort: 'contact', velden: ['contact'] },
  gestopt: { soort: 'gestopt' },
  plek: { soort: 'fout', velden: ['waar'] },
  kosten: { soort: 'fout', velden: ['kosten'] },
  dubbel: { soort: 'dubbel' },
  anders: { soort: 'anders' },
} as const satisfies Record<string, MeldingInvoerDeel>

type MeldingInvoerDeel = Pick<MeldingInvoer, 'soort'> & {
  velden?: readonly NonNullable<MeldingInvoer['velden']>[number][]
}

export type Keuze = keyof typeof KEUZES

/** Of what has stopped nobody has to say so again. */
export function keuzesFor({ status }: Pick<Aanbod, 'status'>): Keuze[] {
  const all = Object.keys(KEUZES) as Keuze[]
  return status === 'gestopt' ? all.filter((keuze) => keuze !== 'gestopt') : all
}

/** What goes over the line. */
export function meldingOf(keuze: Keuze, words: string): MeldingInvoer {
  const { soort, velden = [] }: MeldingInvoerDeel = KEUZES[keuze]
  const toelichting = words.trim()
  return { soort, velden: [...velden], ...(toelichting && { toelichting }) }
}
