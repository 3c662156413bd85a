import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Aanbod, Controlevraag } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { Choices } from './Choices'
import { isDone, useAnswer, type Answer, type Keuze } from './kloptNog'
import { Outcome } from './Outcome'
import { WhatItSays } from './WhatItSays'

interface Props {
  vraag: Controlevraag
  token: string
  /** What residents read; absent when that could not be fetched, and when it is on no map. */
  aanbod: Aanbod | undefined
  /** What was chosen in the mail: it is made ready here, and done by nobody but the reader. */
  chosen: Keuze | null
  withOwner: boolean
}

/** One listing: what it says, three big answers, and the way back. */
export function Vraag({ vraag, token, aanbod, chosen, withOwner }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const outcome = useRef<HTMLParagraphElement>(null)
  const hasAnswered = useRef(false)
  const [open, setOpen] = useState(chosen)
  const { mutate, isPending, error } = useAnswer(token, vraag.aanbodId)
  const { slug, titel, organisatie, stand } = vraag
  const isAnswered = isDone(vraag)

  useEffect(() => {
    // The button that was pressed is gone. Not to another one: a second press would undo the first.
    if (hasAnswered.current) (isAnswered ? outcome : heading).current?.focus()
    hasAnswered.current = false
  }, [isAnswered])

  function give(answer: Answer) {
    if (isPending) return
    hasAnswered.current = true
    mutate(answer, {
      onSuccess: () => {
        setOpen(null)
        if (answer === 'ongedaan') announce(t('kloptNog.teruggedraaid'))
      },
    })
  }

  const see = (
    <a href={`/aanbod/${slug}`} className="ams-link sk-vraag__see" aria-describedby={id}>
      {t('kloptNog.bekijk')}
    </a>
  )
  return (
    <article className="sk-vraag" data-done={isAnswered || undefined} aria-labelledby={id}>
      <Heading level={2} size="level-3" id={id} ref={heading} tabIndex={-1}>
        {titel}
      </Heading>
      {withOwner && <p className="sk-muted">{organisatie}</p>}
      {!isAnswered && aanbod && <WhatItSays aanbod={aanbod} />}
      {!isAnswered && see}
      {isAnswered ? (
        <Outcome vraag={vraag} titleId={id} busy={isPending} words={outcome} onGive={give} />
      ) : (
        <Choices
          aanbodId={vraag.aanbodId}
          titleId={id}
          open={open}
          busy={isPending}
          onOpen={(keuze) => {
            setOpen(keuze)
            if (!keuze) heading.current?.focus()
          }}
          onGive={give}
        />
      )}
      {isAnswered && stand !== 'niet-op-de-kaart' && see}
      <div role="alert">
        {error && (
          <Notice kind="wrong">
            <p>{t(faultOf(error))}</p>
          </Notice>
        )}
      </div>
    </article>
  )
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'fout.onbereikbaarUitleg'
  if (error instanceof ApiProblem && error.status < 500) return 'kloptNog.fout.veranderd'
  return 'fout.mislukteUitleg'
}
