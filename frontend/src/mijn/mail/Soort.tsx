import { CircleMinus, Mail, Undo2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { Mailvoorkeur } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { useSetVoorkeur } from './mail'

interface Props {
  voorkeur: Mailvoorkeur
  sleutel: string
  /** The kind of the mail that somebody comes from. */
  first?: boolean
}

/** One kind of mail: whether it comes, what follows from stopping it, and the button for that. */
export function Soort({ voorkeur: { soort, gewenst }, sleutel, first = false }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [justStopped, setJustStopped] = useState(false)
  const { mutate, isPending, isError } = useSetVoorkeur(sleutel)
  const Icon = gewenst ? Mail : CircleMinus

  function turn() {
    if (isPending) return
    mutate(
      { soort, gewenst: !gewenst },
      {
        // The button stays, with other words, and so does the focus.
        onSuccess: () => {
          setJustStopped(gewenst)
          announce(t(gewenst ? 'mail.gestopt' : 'mail.krijg'))
        },
      },
    )
  }

  return (
    <article className="sk-mailsoort" aria-labelledby={id} data-stopped={!gewenst || undefined}>
      <Heading level={2} size="level-4" id={id}>
        {t(`mail.naam.${soort}`)}
      </Heading>
      <p className="sk-mailsoort__stand">
        <Icon className="sk-icon" />
        <span>{t(gewenst ? 'mail.krijg' : 'mail.gestopt')}</span>
      </p>
      <p>{gewenst ? t(`mail.vooraf.${soort}`) : t(`mail.na.${soort}`)}</p>
      <Button
        variant={first && gewenst ? 'primary' : 'secondary'}
        aria-describedby={id}
        aria-disabled={isPending}
        onClick={turn}
      >
        {!gewenst && <Undo2 className="sk-icon" />}
        {t(wordsOf(isPending, gewenst, justStopped))}
      </Button>
      <div role="alert">
        {isError && (
          <Notice kind="wrong">
            <p>{t('mail.mislukt')}</p>
          </Notice>
        )}
      </div>
    </article>
  )
}

function wordsOf(isPending: boolean, gewenst: boolean, justStopped: boolean) {
  if (isPending) return 'mail.bezig'
  if (gewenst) return 'mail.stop'
  return justStopped ? 'mail.ongedaan' : 'mail.weer'
}
