import { Check, Pencil, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Link } from '../Link'
import type { Answer, Keuze } from './kloptNog'

interface Props {
  aanbodId: string
  titleId: string
  /** What is opened up: the question whether it has really stopped, or what to do with a change. */
  open: Keuze | null
  busy: boolean
  onOpen: (keuze: Keuze | null) => void
  onGive: (answer: Answer) => void
}

/** 'Klopt nog' is one press; what takes a listing off the map is asked once more. */
export function Choices({ aanbodId, titleId, open, busy, onOpen, onGive }: Props) {
  const { t } = useTranslation()
  const panel = useId()
  const holds = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // As was chosen in the mail: this is where to press.
    if (open === 'klopt') holds.current?.focus()
  }, [open])
  if (open === 'gestopt') {
    return (
      <Sure
        titleId={titleId}
        busy={busy}
        onGive={onGive}
        onLeave={() => {
          onOpen(null)
        }}
      />
    )
  }
  const isChanging = open === 'aanpassen'
  return (
    <>
      <div className="sk-vraag__choices">
        <Button
          ref={holds}
          aria-disabled={busy}
          aria-describedby={titleId}
          onClick={() => {
            onGive('klopt')
          }}
        >
          <Check className="sk-icon" />
          {t(busy ? 'kloptNog.bezig' : 'kloptNog.klopt')}
        </Button>
        <Button
          variant="secondary"
          aria-expanded={isChanging}
          aria-controls={panel}
          aria-describedby={titleId}
          onClick={() => {
            onOpen(isChanging ? null : 'aanpassen')
          }}
        >
          <Pencil className="sk-icon" />
          {t('kloptNog.aanpassen')}
        </Button>
        <Button
          variant="secondary"
          aria-describedby={titleId}
          onClick={() => {
            onOpen('gestopt')
          }}
        >
          <X className="sk-icon" />
          {t('kloptNog.gestopt')}
        </Button>
      </div>
      <div id={panel}>{isChanging && <Change aanbodId={aanbodId} />}</div>
    </>
  )
}

function Change({ aanbodId }: { aanbodId: string }) {
  const { t } = useTranslation()
  return (
    <div className="sk-vraag__panel">
      <p>
        <strong>{t('kloptNog.andersTitel')}</strong>
      </p>
      <p>
        <Link to="/mijn/aanbod/$id" params={{ id: aanbodId }} className="ams-link">
          {t('kloptNog.pasZelfAan')}
        </Link>
      </p>
      <p>{t('kloptNog.anders')}</p>
      <p>{t('kloptNog.andersKlopt')}</p>
    </div>
  )
}

interface SureProps {
  titleId: string
  busy: boolean
  onGive: (answer: Answer) => void
  onLeave: () => void
}

function Sure({ titleId, busy, onGive, onLeave }: SureProps) {
  const { t } = useTranslation()
  const id = useId()
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    question.current?.focus()
  }, [])
  return (
    <div role="group" aria-labelledby={`${id} ${titleId}`} className="sk-vraag__panel">
      <p id={id} ref={question} tabIndex={-1}>
        <strong>{t('kloptNog.zeker')}</strong>
      </p>
      <p>{t('kloptNog.zekerUitleg')}</p>
      <div className="sk-vraag__choices">
        <Button
          aria-disabled={busy}
          onClick={() => {
            onGive('gestopt')
          }}
        >
          {t(busy ? 'kloptNog.bezig' : 'kloptNog.jaGestopt')}
        </Button>
        <Button variant="secondary" onClick={onLeave}>
          {t('kloptNog.nee')}
        </Button>
      </div>
    </div>
  )
}
