import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { RadioField } from '../form/RadioField'
import { TextField } from '../form/TextField'
import { Verstuurd } from '../inloggen/Verstuurd'
import { useAsk, useAskLink, type Uitkomst } from './aansluiten'
import {
  EMPTY,
  emptyFields,
  refusedFields,
  SOORTEN,
  vraagOf,
  wholeFault,
  type Faults,
  type Values,
  type Veld,
} from './form'
import { Gekozen, Gelijkenissen } from './Gelijkenissen'

interface Props {
  loggedIn: boolean
  onDone: (uitkomst: Uitkomst) => void
}

/** One short form: which organisation, and who asks. */
export function AansluitForm({ loggedIn, onDone }: Props) {
  const { t } = useTranslation()
  const [values, setValues] = useState<Values>(EMPTY)
  const [faults, setFaults] = useState<Faults>({})
  const form = useRef<HTMLFormElement>(null)
  const byMail = useAskLink()
  const atOnce = useAsk()
  const { isPending, error } = loggedIn ? atOnce : byMail

  useEffect(() => {
    form.current?.querySelector<HTMLElement>(FIRST_FAULT)?.focus()
  }, [faults])

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    const empty = emptyFields(values, loggedIn)
    setFaults(empty)
    if (Object.keys(empty).length > 0) return
    const vraag = vraagOf(values)
    const onError = (refused: Error) => {
      setFaults(refusedFields(refused, loggedIn ? '' : 'nieuw.'))
    }
    if (loggedIn) atOnce.mutate(vraag, { onSuccess: onDone, onError })
    else {
      const who = { naam: values.eigenNaam.trim(), email: values.email.trim() }
      byMail.mutate({ ...vraag, ...who }, { onError })
    }
  }

  const sent = byMail.data
  if (sent) {
    return (
      <Verstuurd
        says={{
          titel: t('aansluiten.kijk'),
          verstuurd: t('aansluiten.verstuurd', { email: values.email.trim() }),
          geldig: t('aansluiten.geldig', { minuten: sent.geldigMinuten }),
          opnieuw: t('aansluiten.anderAdres'),
        }}
        onAgain={byMail.reset}
      />
    )
  }
  const whole = error && Object.keys(faults).length === 0 ? wholeFault(error) : null
  const text = (veld: Exclude<Veld, 'soort'>) => ({
    value: values[veld],
    onChange: (value: string) => {
      setValues((now) => ({ ...now, [veld]: value }))
    },
    fault: said(veld),
  })
  function said(veld: Veld) {
    const fault = faults[veld]
    if (!fault) return undefined
    return typeof fault === 'string' ? t(`aansluiten.fout.${fault}`) : fault.said
  }
  const choose = (gekozen: Values['gekozen']) => {
    setFaults({})
    setValues((now) => ({ ...now, gekozen }))
  }

  return (
    <form className="sk-form" ref={form} onSubmit={submit} noValidate>
      {values.gekozen ? (
        <Gekozen
          naam={values.gekozen.naam}
          onOther={() => {
            choose(null)
          }}
        />
      ) : (
        <>
          <TextField
            label={t('aansluiten.naam')}
            hint={t('aansluiten.naamHulp')}
            autoComplete="off"
            maxLength={120}
            {...text('naam')}
          />
          <Gelijkenissen values={values} onChoose={choose} />
          <RadioField
            label={t('aansluiten.soort')}
            options={SOORTEN.map((value) => ({ value, label: t(`aansluiten.soorten.${value}`) }))}
            value={values.soort}
            onChange={(soort) => {
              setValues((now) => ({ ...now, soort }))
            }}
            fault={said('soort')}
          />
          <details className="sk-other-way" open={hasMore(faults) || undefined}>
            <summary>{t('aansluiten.meer')}</summary>
            <div className="sk-form">
              <TextField
                label={t('aansluiten.website')}
                hint={t('aansluiten.websiteHulp')}
                inputMode="url"
                autoComplete="url"
                {...text('website')}
              />
              <TextField
                label={t('aansluiten.telefoon')}
                type="tel"
                autoComplete="tel"
                {...text('telefoon')}
              />
              <TextField
                label={t('aansluiten.kvk')}
                hint={t('aansluiten.kvkHulp')}
                inputMode="numeric"
                autoComplete="off"
                {...text('kvk')}
              />
            </div>
          </details>
        </>
      )}
      {!loggedIn && (
        <fieldset className="sk-you">
          <legend>{t('aansluiten.jij')}</legend>
          <TextField
            label={t('aansluiten.eigenNaam')}
            autoComplete="name"
            maxLength={80}
            {...text('eigenNaam')}
          />
          <TextField
            label={t('aansluiten.email')}
            hint={t('aansluiten.emailHulp')}
            type="email"
            autoComplete="email"
            {...text('email')}
          />
        </fieldset>
      )}
      <div role="alert">
        {whole && (
          <Notice kind="wrong">
            <p>{typeof whole === 'string' ? t(whole) : whole.said}</p>
          </Notice>
        )}
      </div>
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'aansluiten.bezig' : knopOf(loggedIn, values))}
      </Button>
    </form>
  )
}

/** In the order of the page. */
const FIRST_FAULT = '[aria-invalid], [data-fault] input'

const hasMore = ({ website, telefoon, kvk }: Faults) => Boolean(website ?? telefoon ?? kvk)

function knopOf(loggedIn: boolean, { gekozen }: Values) {
  if (!loggedIn) return 'aansluiten.stuur'
  return gekozen ? 'aansluiten.vraagMee' : 'aansluiten.meldAan'
}
