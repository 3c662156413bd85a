import type { ZoekParameters } from '@/lib/api/types'
import { findOutline } from '@/lib/wijken/outlines'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** What people like to do, in their own words, and the themes of the listings where they can. */
export const GRAAG = {
  gezelschap: ['ontmoeten', 'dementie', 'daginvulling', 'zorgen-voor-ander'],
  eten: ['eten'],
  buiten: ['natuur'],
  sport: ['bewegen'],
  jeugd: ['opvoeden', 'jong'],
  leren: ['taal', 'computer', 'werk'],
  rijden: ['vervoer'],
  papieren: ['geld', 'recht'],
  maken: ['cultuur'],
} as const
export type Graag = keyof typeof GRAAG
export const ALL_GRAAG = Object.keys(GRAAG) as Graag[]

/** From little time to much; who has more can also do what asks less. */
export const TIJDEN = ['af-en-toe', 'uur', 'dagdeel'] as const
export type Tijd = (typeof TIJDEN)[number]

/** What somebody chose, as it stands in the address of the page. */
export interface Keuze {
  tijd?: Tijd
  graag?: Graag[]
  /** The slug of a wijk. */
  wijk?: string
}

/** Reads any address without failing: what makes no sense is left out. */
export function parseKeuze(values: Record<string, unknown>): Keuze {
  const asked = [values.graag].flat()
  const tijd = TIJDEN.find((each) => each === values.tijd)
  const graag = ALL_GRAAG.filter((each) => asked.includes(each))
  const wijk = typeof values.wijk === 'string' ? findOutline(values.wijk)?.slug : undefined
  return {
    ...(tijd && { tijd }),
    ...(graag.length > 0 && { graag }),
    ...(wijk && { wijk }),
  }
}

/** The same as a question to the map. */
export function vraagOf({ tijd, graag = [], wijk }: Keuze): Zoekvraag {
  const themas = [...new Set(graag.flatMap((each) => [...GRAAG[each]]))]
  return {
    vrijwilligersGezocht: true,
    ...(tijd && { inzet: TIJDEN.slice(0, TIJDEN.indexOf(tijd) + 1) }),
    ...(themas.length > 0 && { thema: themas }),
    ...(wijk && { wijk: [wijk] }),
  }
}

export const MOST_SHOWN = 30

export const parametersOf = (keuze: Keuze): ZoekParameters => ({
  ...vraagOf(keuze),
  pageSize: MOST_SHOWN,
})
