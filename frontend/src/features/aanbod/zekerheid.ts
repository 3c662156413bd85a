import type { Translate, Translator } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'

export type Groep = 'contact' | 'tijden' | 'kosten' | 'capaciteit'

/** A sentence about a group of fields; `doubt`: somebody had better ask before they go. */
export interface Sureness {
  text: string
  doubt: boolean
}

/**
 * How sure one can be of a group, where that makes a difference: it may not hold any more, or it
 * was looked at while the rest of the page was not. Else the page itself says when it was checked.
 */
export function surenessOf(
  aanbod: Aanbod,
  groep: Groep,
  { t, language }: Translator,
): Sureness | null {
  const told = aanbod.zekerheid?.[groep]
  if (!told || aanbod.status !== 'gepubliceerd' || saysNothing(aanbod, groep)) return null
  if (told.stand !== 'gecontroleerd') {
    if (groep === 'contact') return contactOf(aanbod, t)
    const doe = t(aanbod.contact.telefoon ? 'zekerheid.bel' : 'zekerheid.vraagNa')
    return { text: t(`zekerheid.${groep}`, { doe }), doubt: true }
  }
  const { bevestigdOp } = told
  if (!bevestigdOp || aanbod.gecontroleerd !== 'niet-recent') return null
  if (aanbod.bevestigdOp && new Date(bevestigdOp) <= new Date(aanbod.bevestigdOp)) return null
  const { day } = localTime(new Date(bevestigdOp))
  const maand = formatDay(day, language, { month: 'long', year: 'numeric' })
  return { text: t('zekerheid.gecontroleerd', { maand }), doubt: false }
}

/** Of how to reach them only a doubt is worth saying, and what does not work says that already. */
function contactOf(aanbod: Aanbod, t: Translate): Sureness | null {
  const doubted = aanbod.zekerheid?.contact?.stand === 'twijfel' && brokenWays(aanbod).length === 0
  return doubted ? { text: t('zekerheid.contact'), doubt: true } : null
}

/** Times by appointment are asked for anyway. */
function saysNothing({ momenten }: Aanbod, groep: Groep): boolean {
  return groep === 'tijden' && momenten.length === 0
}

/** Which ways to reach them were found not to work. */
export function brokenWays({ zekerheid, status }: Aanbod): readonly ('website' | 'email')[] {
  return status === 'gepubliceerd' ? (zekerheid?.contact?.werktNiet ?? []) : []
}
