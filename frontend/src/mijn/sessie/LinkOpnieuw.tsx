import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { useAskLink } from '../inloggen/useAskLink'

/** A new link for who is still logged in, to go on with when this session ends. */
export function LinkOpnieuw({ email }: { email: string }) {
  const { t } = useTranslation()
  const { mutate, isPending, isSuccess, isError } = useAskLink()
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that was pressed is gone.
    if (isSuccess) said.current?.focus()
  }, [isSuccess])
  if (isSuccess) {
    return (
      <p ref={said} tabIndex={-1}>
        {t('mijn.sessieEinde.inMail', { email })}
      </p>
    )
  }
  return (
    <>
      <p role="alert">{isError && t('mijn.sessieEinde.mislukt')}</p>
      <Button
        variant="secondary"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate(email)
        }}
      >
        {t(isPending ? 'mijn.link.bezig' : 'mijn.sessieEinde.stuurLink')}
      </Button>
    </>
  )
}
