import { CircleAlert, CircleCheck, CloudOff, Eye, LoaderCircle } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { localTime, formatDay } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { announce } from '@/lib/navigation/announce'
import type { KeeperState } from './keeper'

interface Props {
  state: KeeperState
  onRetry: () => void
  onPreview: () => void
}

/** Whether what was typed is kept, always in sight; read aloud only when the connection goes or comes. */
export function Stand({ state, onRetry, onPreview }: Props) {
  const { t } = useTranslation()
  const { keeping, safe } = state
  const away = keeping === 'weg'
  const was = useRef(away)
  useEffect(() => {
    if (was.current && keeping === 'bewaard') announce(t('bewerk.stand.weer'))
    if (away && !was.current) {
      const where = t(safe ? 'bewerk.stand.wegVeilig' : 'bewerk.stand.wegOnveilig')
      announce(`${t('bewerk.stand.weg')} ${where}`)
    }
    if (away || keeping === 'bewaard') was.current = away
  }, [away, keeping, safe, t])
  const Icon = ICONS[keeping]
  return (
    <div className="sk-stand" data-keeping={keeping}>
      <p className="sk-stand__says">
        <Icon className="sk-icon" />
        <span>
          <Words state={state} />
        </span>
      </p>
      {away && (
        <button type="button" className="sk-link-button" onClick={onRetry}>
          {t('bewerk.stand.probeer')}
        </button>
      )}
      <button type="button" className="sk-link-button" onClick={onPreview}>
        <Eye className="sk-icon" />
        {t('bewerk.zo.bekijk')}
      </button>
    </div>
  )
}

const ICONS = {
  bewaard: CircleCheck,
  typt: LoaderCircle,
  bezig: LoaderCircle,
  weg: CloudOff,
  geweigerd: CircleAlert,
  botsing: CircleAlert,
} as const

function Words({ state: { keeping, safe, weigering, answer } }: { state: KeeperState }) {
  const { t, language } = useTranslation()
  if (keeping === 'weg') {
    return (
      <>
        <strong>{t('bewerk.stand.weg')}</strong>{' '}
        {t(safe ? 'bewerk.stand.wegVeilig' : 'bewerk.stand.wegOnveilig')}
      </>
    )
  }
  if (keeping === 'botsing') return t('bewerk.stand.botsing')
  if (keeping === 'geweigerd') return t('bewerk.stand.geweigerd', { reden: weigering ?? '' })
  if (keeping !== 'bewaard') return t('bewerk.stand.bezig')
  if (!answer.bewaardOp) return t('bewerk.stand.niets')
  const kept = localTime(new Date(answer.bewaardOp))
  const tijd = digits(kept, t)
  if (kept.day === localTime(new Date()).day) return t('bewerk.stand.om', { tijd })
  const dag = formatDay(kept.day, language, { day: 'numeric', month: 'long' })
  return t('bewerk.stand.op', { dag, tijd })
}
