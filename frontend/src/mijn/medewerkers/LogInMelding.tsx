import { useEffect, useState } from 'react'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { meldingIn, returnAddress } from './melding'

/** What came of a log-in elsewhere, said once: the address forgets it, so a reload does too. */
export function LogInMelding() {
  const { t } = useTranslation()
  const { history } = useRouter()
  const [melding] = useState(() => meldingIn(window.location.search))
  useEffect(() => {
    if (melding) history.replace(returnAddress(window.location))
  }, [melding, history])
  if (!melding) return null
  return (
    <div role="alert">
      <Notice kind="attention">
        <Paragraph>{t(melding)}</Paragraph>
      </Notice>
    </div>
  )
}
