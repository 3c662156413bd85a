import { DoorClosed } from 'lucide-react'
import { useTranslation, type Translate } from '@/i18n'
import type { Sluiting } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { speakDay } from '@/lib/dates/speakTime'

/** That a listing is closed now, or will be, with what residents read beside it. */
export function Sluitregel({ sluiting }: { sluiting: Sluiting }) {
  const { t, language } = useTranslation()
  const now = useNow()
  const spoken = (day: string) => speakDay(day, now, language)
  return (
    <p className="sk-small sk-eigen__checked sk-sluiten__now">
      <DoorClosed className="sk-icon" />
      <span>
        {words(sluiting, localTime(now).day, spoken, t)}
        {sluiting.reden && ` ${t('sluiten.reden', { reden: sluiting.reden })}`}
      </span>
    </p>
  )
}

function words(
  { van, tot }: Sluiting,
  today: string,
  spoken: (day: string) => string,
  t: Translate,
): string {
  if (van <= today) return tot ? t('sluiten.nu.tot', { dag: spoken(tot) }) : t('sluiten.nu.open')
  return tot
    ? t('sluiten.nu.straks', { van: spoken(van), dag: spoken(tot) })
    : t('sluiten.nu.straksOpen', { van: spoken(van) })
}
