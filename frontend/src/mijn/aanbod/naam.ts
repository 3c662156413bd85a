import type { EigenAanbod } from '@/lib/api/types'
import { namesOfWijken } from '@/lib/wijken/outlines'

/** What a listing is called where others stand beside it: its copies at other places have its title. */
export function naamOf({ titel, isKopie, kopieen, wijken }: EigenAanbod): string {
  const where = isKopie || kopieen > 0 ? namesOfWijken(wijken) : ''
  return [titel, where].filter(Boolean).join(' · ')
}
