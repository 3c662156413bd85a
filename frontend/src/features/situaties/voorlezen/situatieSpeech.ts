import type { Zoekresultaat } from '@/lib/api/types'
import { ended, sayable } from '@/lib/voorlezen/sayable'
import type { Spoken } from '@/lib/voorlezen/speech'

interface Told {
  titel: string
  inleiding: string
  onderdelen: readonly { titel: string; tekst?: string }[]
}

/**
 * A situation as somebody would read it to you: each part, with what there is for it.
 *
 * @param found the listings of each part, in the order of the parts; undefined while they come.
 */
export function situatieSpeech(
  { titel, inleiding, onderdelen }: Told,
  found: readonly (Zoekresultaat | undefined)[],
): Spoken[] {
  const parts = onderdelen.flatMap((part, i) => [
    part.titel,
    part.tekst,
    ...(found[i]?.resultaten ?? []).flatMap((one) => [one.titel, one.samenvatting]),
  ])
  const texts = [titel, inleiding, ...parts].filter((text) => text?.trim())
  const text = texts.map((one) => ended(sayable(String(one)))).join(' ')
  return [{ text, lang: 'nl' }]
}
