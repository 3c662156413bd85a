import type { Bron, BronInvoer } from './agenda'

/** A listing with its words as they are typed; `key` keeps a row the same row. */
export interface Regel {
  key: number
  aanbodId: string
  woorden: string
}

export const LEEG: Omit<Regel, 'key'> = { aanbodId: '', woorden: '' }

/** The rows to begin with: those that there are, or one to fill in. */
export const regelsOf = (bron: Bron | null): Regel[] =>
  bron && bron.aanbod.length > 0
    ? bron.aanbod.map(({ aanbodId, woorden }, key) => ({
        key,
        aanbodId,
        woorden: woorden.join(', '),
      }))
    : [{ key: 0, ...LEEG }]

/** What is sent: without rows for which nothing was chosen, and without words of one letter. */
export const invoerOf = (adres: string, regels: Regel[]): BronInvoer => ({
  adres: adres.trim(),
  aanbod: regels
    .filter(({ aanbodId }) => aanbodId)
    .map(({ aanbodId, woorden }) => ({ aanbodId, woorden: wordsIn(woorden) })),
})

const wordsIn = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
