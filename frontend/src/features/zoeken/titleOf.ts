import type { Translate } from '@/i18n'
import { config } from '@/lib/config'
import { findOutline } from '@/lib/wijken/outlines'
import type { LabelOf } from '@/lib/wording/labels'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** What somebody looks at, in a few words: the heading of the results and the name of the tab. */
export function titleOf(vraag: Zoekvraag, labelOf: LabelOf, t: Translate): string {
  const where = vraag.wijk?.length === 1 ? findOutline(vraag.wijk[0])?.naam : undefined
  const subject = subjectOf(vraag, labelOf, t)
  const plaats = where ?? config.gemeente
  if (subject && where) return t('zoeken.titelOnderwerpIn', { onderwerp: subject, plaats })
  return subject ?? t('zoeken.titelAlles', { plaats })
}

function subjectOf(vraag: Zoekvraag, labelOf: LabelOf, t: Translate): string | undefined {
  if (vraag.q) return t('zoeken.titelVraag', { vraag: vraag.q.trim() })
  if (vraag.thema?.length === 1) return labelOf('themas', vraag.thema[0] ?? '') || undefined
  if (vraag.ambitie?.length === 1) return labelOf('ambities', vraag.ambitie[0] ?? '') || undefined
  return undefined
}
