import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import { localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { announce } from '@/lib/navigation/announce'
import { LinkOpnieuw } from './LinkOpnieuw'
import { useSessie } from './sessie'
import './SessieEinde.css'

/**
 * Says that a session is about to end, in time to log in again beside it: at somebody's own
 * organisation, or by a new link. This page stays as it is, with what somebody is typing.
 */
export function SessieEinde() {
  const { t } = useTranslation()
  const { data: sessie, refetch } = useSessie()
  const dienst = sessie?.inlogdienst
  const email = sessie?.rol === 'lid' ? sessie.email : undefined
  const canAgain = Boolean(dienst ?? email)
  const isNear = useIsNear(canAgain ? sessie?.verlooptOp : undefined)

  useEffect(() => {
    if (!isNear) return
    // Whoever comes back to this page may have logged in again in another tab.
    const look = () => void refetch()
    window.addEventListener('focus', look)
    return () => {
      window.removeEventListener('focus', look)
    }
  }, [isNear, refetch])

  const straks =
    sessie && isNear
      ? t(dienst ? 'mijn.sessieEinde.straks' : 'mijn.sessieEinde.straksLid', {
          tijd: digits(localTime(new Date(sessie.verlooptOp)), t),
        })
      : undefined
  useEffect(() => {
    if (straks) announce(straks)
  }, [straks])

  if (!straks) return null
  return (
    <section aria-label={t('mijn.sessieEinde.titel')} className="sk-container sk-sessie-einde">
      <Notice kind="attention">
        <p>{straks}</p>
        {dienst && (
          <a href={`/inloggen/${dienst}`} target="_blank" rel="noreferrer" className="ams-link">
            {t('mijn.sessieEinde.opnieuw')}
          </a>
        )}
        {!dienst && email && <LinkOpnieuw email={email} />}
      </Notice>
    </section>
  )
}

/** Whether this moment is less than a quarter of an hour away. */
function useIsNear(moment: string | undefined): boolean {
  const [nearTo, setNearTo] = useState<string>()
  useEffect(() => {
    if (!moment) return
    const timer = setTimeout(
      () => {
        setNearTo(moment)
      },
      Math.max(0, new Date(moment).getTime() - BEFORE - Date.now()),
    )
    return () => {
      clearTimeout(timer)
    }
  }, [moment])
  return moment !== undefined && nearTo === moment
}

const BEFORE = 15 * 60_000
