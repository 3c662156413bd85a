import { Check, CircleCheck, Pencil, Square, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'
import type { Belantwoord, Belverzoek } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { useAnswer, useTakeBack } from './bellen'

interface Props {
  organisatie: string
  aanbod: Belverzoek['aanbod'][number]
}

/** One listing to ask about; what was said stays here, with the way to take it back. */
export function BelAanbod({ organisatie, aanbod }: Props) {
  const { t, language } = useTranslation()
  const { id, slug, titel, bevestigdOp, reden } = aanbod
  const [said, setSaid] = useState<Belantwoord | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const answer = useAnswer(organisatie, id)
  const back = useTakeBack(organisatie)
  const error = answer.error ?? back.error
  const dag = bevestigdOp && formatDay(localTime(new Date(bevestigdOp)).day, language, A_DAY)

  // What was pressed goes away, so the row takes the focus.
  function done(outcome: Belantwoord | null, words: string) {
    setSaid(outcome)
    announce(words)
    row.current?.focus()
  }
  function say(antwoord: Belantwoord['antwoord']) {
    if (answer.isPending) return
    back.reset()
    answer.mutate(antwoord, {
      onSuccess: (outcome) => {
        done(outcome, t(SAID[antwoord], { titel }))
      },
    })
  }
  function takeBack(outcome: Belantwoord) {
    if (back.isPending) return
    back.mutate(outcome, {
      onSuccess: () => {
        done(null, t('bellen.ongedaan', { titel }))
      },
    })
  }

  return (
    <li className="sk-bellen__aanbod" ref={row} tabIndex={-1}>
      <p id={`bel-${id}`}>
        <a href={`/aanbod/${slug}`} target="_blank" rel="noreferrer" className="ams-link">
          <strong>{titel}</strong>
        </a>
        <span className="sk-small sk-muted sk-bellen__why">
          {dag ? t('controle.op', { dag }) : t('controle.nooit')}, {t(`bellen.reden.${reden}`)}
        </span>
      </p>
      {said ? (
        <p className="sk-bellen__said">
          <CircleCheck className="sk-icon" />
          <span>{t(SAID[said.antwoord], { titel })}</span>
          <Button
            variant="secondary"
            aria-disabled={back.isPending}
            onClick={() => {
              takeBack(said)
            }}
          >
            <Undo2 className="sk-icon" />
            {t('bellen.maakOngedaan')}
          </Button>
        </p>
      ) : (
        <p className="sk-bellen__buttons">
          <Button
            aria-describedby={`bel-${id}`}
            aria-disabled={answer.isPending}
            onClick={() => {
              say('klopt')
            }}
          >
            <Check className="sk-icon" />
            {t('bellen.klopt')}
          </Button>
          <Button
            variant="secondary"
            aria-describedby={`bel-${id}`}
            aria-disabled={answer.isPending}
            onClick={() => {
              say('gestopt')
            }}
          >
            <Square className="sk-icon" />
            {t('bellen.gestopt')}
          </Button>
          <Link
            to="/mijn/aanbod/$id"
            params={{ id }}
            className="ams-link sk-bellen__edit"
            aria-describedby={`bel-${id}`}
          >
            <Pencil className="sk-icon" />
            {t('bellen.pasAan')}
          </Link>
        </p>
      )}
      <div role="alert">
        {error && (
          <Notice kind="wrong">
            <p>
              {error instanceof ApiProblem && error.status === 409
                ? error.message
                : t('bellen.mislukt')}
            </p>
          </Notice>
        )}
      </div>
    </li>
  )
}

const SAID = { klopt: 'bellen.zeiKlopt', gestopt: 'bellen.zeiGestopt' } as const
const A_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
