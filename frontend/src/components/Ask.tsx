import { useTranslation } from '@/i18n'
import type { AanbodKern } from '@/lib/api/types'
import { inSentence } from '@/lib/wording/inSentence'
import type { LabelOf } from '@/lib/wording/labels'
import './Ask.css'

interface Props {
  aanbod: Pick<AanbodKern, 'kosten' | 'aanmelden' | 'capaciteit'>
  labelOf: LabelOf
}

/** What it asks of you; a waiting list stands out, since it decides whether you can come. */
export function Ask({ aanbod, labelOf }: Props) {
  const { t } = useTranslation()
  const { kosten, aanmelden, capaciteit } = aanbod
  const asked = [
    kosten && labelOf('kosten', kosten),
    aanmelden && labelOf('aanmelden', aanmelden),
  ].filter((label): label is string => Boolean(label))
  const words = asked.map((label, i) => (i === 0 ? label : inSentence(label))).join(' · ')
  const full = capaciteit && capaciteit !== 'plek' ? labelOf('capaciteiten', capaciteit) : ''
  return (
    <>
      {words || t('vraagt.onbekend')}
      {full && <strong className="sk-ask__full"> · {inSentence(full)}</strong>}
    </>
  )
}
