import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import { localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { announce } from '@/lib/navigation/announce'
import { useSessie } from './sessie'
import './SessieEinde.css'

/**
 * For who logs in at their own organisation, where a session is short: says that it is about to end,
 * in time to log in again elsewhere. This page stays as it is, with what somebody is typing.
 */
export function SessieEinde() {
  const { t } = useTranslation()
  const { data: sessie, refetch } = useSessie()
  const dienst = sessie?.inlogdienst
  const isNear = useIsNear(dienst ? sessie.verlooptOp : undefined)

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
    dienst && isNear
      ? t('mijn.sessieEinde.straks', { tijd: digits(localTime(new Date(sessie.verlooptOp)), t) })
      : undefined
  useEffect(() => {
    if (straks) announce(straks)
  }, [straks])

  if (!dienst || !straks) return null
  return (
    <section aria-label={t('mijn.sessieEinde.opnieuw')} className="sk-container sk-sessie-einde">
      <Notice kind="attention">
        <p>{straks}</p>
        <a href={`/inloggen/${dienst}`} target="_blank" rel="noreferrer" className="ams-link">
          {t('mijn.sessieEinde.opnieuw')}
        </a>
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
