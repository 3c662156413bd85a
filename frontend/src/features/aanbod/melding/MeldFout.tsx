import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { Aanbod } from '@/lib/api/types'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { useMeldFout } from '@/lib/api/meldingen'
import { keuzesFor, meldingOf, type Keuze } from './melding'
import './MeldFout.css'

const MOST_SIGNS = 200

/** 'Klopt dit niet?': tap what, tap to send. Whoever wants to can add a few words. */
export function MeldFout({ aanbod }: { aanbod: Aanbod }) {
  const { t } = useTranslation()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [reported, setReported] = useState<Keuze | null>(null)
  useEffect(() => {
    // The button that was pressed is gone.
    if (reported) heading.current?.focus()
  }, [reported])
  return (
    <section
      className="sk-melding sk-script sk-noprint"
      data-reported={reported ? true : undefined}
      aria-labelledby={`${id}-titel`}
    >
      <Heading
        level={2}
        size="level-4"
        id={`${id}-titel`}
        ref={heading}
        tabIndex={reported ? -1 : undefined}
      >
        {t(reported ? 'gat.dank' : 'melding.titel')}
      </Heading>
      {reported ? (
        <p>
          {t('gat.gemeld')} <strong>{t(`melding.keuzes.${reported}`)}</strong>
        </p>
      ) : (
        <Form id={id} aanbod={aanbod} onReported={setReported} />
      )}
      {/* Always there: a live region that comes with its text is often not read out. */}
      <p role="status">{reported && t('melding.vervolg', { wie: aanbod.organisatie.naam })}</p>
    </section>
  )
}

interface FormProps {
  id: string
  aanbod: Aanbod
  onReported: (keuze: Keuze) => void
}

function Form({ id, aanbod, onReported }: FormProps) {
  const { t } = useTranslation()
  const [keuze, setKeuze] = useState<Keuze | null>(null)
  const [words, setWords] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const { mutate, isPending, error } = useMeldFout(aanbod.id)
  const isRefused = error instanceof ApiProblem && error.status === 400

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending || !keuze) return
    mutate(meldingOf(keuze, words), {
      onSuccess: () => {
        onReported(keuze)
      },
      onError: (fault) => {
        if (fault instanceof ApiProblem && fault.status === 400) field.current?.focus()
      },
    })
  }

  return (
    <form className="sk-melding__form" onSubmit={submit} noValidate>
      <fieldset>
        <legend>{t('melding.kies')}</legend>
        <div className="sk-melding__choices">
          {keuzesFor(aanbod).map((each) => (
            <label key={each} className="sk-melding__choice">
              <input
                type="radio"
                name={`${id}-keuze`}
                value={each}
                checked={keuze === each}
                onChange={() => {
                  setKeuze(each)
                }}
              />
              {t(`melding.keuzes.${each}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {keuze && (
        <>
          <div className="sk-melding__words">
            <label htmlFor={`${id}-woorden`}>{t('melding.erbij')}</label>
            <p id={`${id}-hulp`} className="sk-small sk-muted">
              {t('melding.erbijHulp')}
            </p>
            <textarea
              id={`${id}-woorden`}
              ref={field}
              rows={2}
              maxLength={MOST_SIGNS}
              value={words}
              aria-describedby={isRefused ? `${id}-fout` : `${id}-hulp`}
              aria-invalid={isRefused || undefined}
              onChange={({ target: { value } }) => {
                setWords(value)
              }}
            />
          </div>
          {error && (
            <div role="alert" id={`${id}-fout`}>
              <Notice kind="wrong">
                <p>{t(faultOf(error))}</p>
              </Notice>
            </div>
          )}
          <Button type="submit" aria-disabled={isPending}>
            {t(isPending ? 'melding.bezig' : 'melding.stuur')}
          </Button>
          <p className="sk-small sk-muted">{t('melding.anoniem')}</p>
        </>
      )}
    </form>
  )
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'gat.geenVerbinding'
  if (!(error instanceof ApiProblem)) return 'gat.mislukt'
  if (error.status === 400) return 'melding.persoonlijk'
  return error.status === 429 ? 'gat.teVaak' : 'gat.mislukt'
}
