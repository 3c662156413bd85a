import type { Inhoud } from './inhoud'

/**
 * What was typed and has not reached the server, in this browser and for one listing only. It goes as
 * soon as the server has it.
 */
export interface Concept {
  /** The account that typed it; nobody else on this computer gets it. */
  wie: string
  inhoud: Inhoud
  /** What the server had when the typing began, and its version. */
  basis: Inhoud
  versie: number
  /** What was sent while no answer came: the server may have it all the same. */
  gestuurd: Inhoud[]
}

const keyOf = (aanbodId: string) => `bewerking-${aanbodId}`

/** @returns whether the browser keeps it; some do not, or have no room. */
export function writeConcept(aanbodId: string, concept: Concept): boolean {
  try {
    localStorage.setItem(keyOf(aanbodId), JSON.stringify(concept))
    return true
  } catch {
    return false
  }
}

export function readConcept(aanbodId: string, wie: string): Concept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(aanbodId)) ?? 'null') as Concept | null
    return kept?.wie === wie && typeof kept.inhoud === 'object' ? kept : null
  } catch {
    return null
  }
}

export function clearConcept(aanbodId: string) {
  try {
    localStorage.removeItem(keyOf(aanbodId))
  } catch {
    // Where nothing can be kept, nothing has to go.
  }
}
