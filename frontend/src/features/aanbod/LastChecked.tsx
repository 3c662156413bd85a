import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { speakDay } from '@/lib/dates/speakTime'

/** How sure one can be: who confirmed that all this still holds, and when. */
export function LastChecked({ aanbod, now }: { aanbod: Aanbod; now: Date }) {
  const { t, language } = useTranslation()
  const { bevestigdOp, gecontroleerd, organisatie, bron } = aanbod
  const recent = Boolean(bevestigdOp) && gecontroleerd !== 'niet-recent'
  const Icon = recent ? CircleCheck : CircleAlert
  return (
    <p className="sk-checked" data-recent={recent || undefined}>
      <Icon className="sk-icon" />
      <span>
        {bevestigdOp
          ? t(recent ? 'controle.door' : 'controle.doorLangGeleden', {
              wie: organisatie.naam,
              dag: speakDay(localTime(new Date(bevestigdOp)).day, now, language),
            })
          : t('controle.nooitLang')}
        {bron === 'demo' && ` ${t('demo.aanbod')}`}
      </span>
    </p>
  )
}
