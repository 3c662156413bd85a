import type { Translator } from '@/i18n'
import type { Moment } from '@/lib/api/types'

/** A recurrence in words; `lang` is there when only the server's own, Dutch words say it. */
export interface MomentText {
  text: string
  lang?: 'nl'
}

export function momentText(moment: Moment, { moment: speak, code }: Translator): MomentText {
  const text = speak?.(moment)
  if (text) return { text }
  return { text: moment.tekst, ...(code !== 'nl' && { lang: 'nl' }) }
}
