import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'
import type { Organisatie, OrganisatieInvoer } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { RadioField } from '../form/RadioField'
import { TextField } from '../form/TextField'
import { Fout } from './Fout'
import { useSave } from './leden'

const LINES = ['naam', 'website', 'telefoon', 'email', 'kvk'] as const
const SOORTEN = ['initiatief', 'vrijwilligersorganisatie', 'voorziening'] as const

/** What residents read about the organisation itself; all of it is sent, with its version. */
export function Gegevens({ organisatie }: { organisatie: Organisatie }) {
  const { t } = useTranslation()
  const id = useId()
  const [values, setValues] = useState<OrganisatieInvoer>(() => invoerOf(organisatie))
  const { mutate, isPending, error } = useSave(organisatie)
  const faults = error instanceof ApiProblem ? error.fouten : []
  const isOvertaken = error instanceof ApiProblem && error.status === 412
  const faultOf = (veld: string) => faults.find((fault) => fault.veld === veld)?.melding

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    mutate(filled(values), {
      onSuccess: () => {
        announce(t('leden.bewaard'))
      },
    })
  }

  return (
    <section className="sk-part" aria-labelledby="gegevens">
      <Heading level={2} id="gegevens">
        {t('leden.gegevens')}
      </Heading>
      <Paragraph>{t('leden.gegevensUitleg')}</Paragraph>
      <form className="sk-form" onSubmit={submit} noValidate>
        {LINES.map((veld) => (
          <TextField
            key={veld}
            label={t(`leden.${veld}`)}
            value={values[veld] ?? ''}
            fault={faultOf(veld)}
            onChange={(value) => {
              setValues((now) => ({ ...now, [veld]: value }))
            }}
          />
        ))}
        <div className="sk-field">
          <label htmlFor={id}>{t('leden.omschrijving')}</label>
          <textarea
            id={id}
            rows={4}
            value={values.omschrijving ?? ''}
            onChange={({ target: { value } }) => {
              setValues((now) => ({ ...now, omschrijving: value }))
            }}
          />
        </div>
        <RadioField
          label={t('leden.soort')}
          options={SOORTEN.map((value) => ({ value, label: t(`leden.soorten.${value}`) }))}
          value={values.categorie}
          onChange={(categorie) => {
            setValues((now) => ({ ...now, categorie }))
          }}
        />
        <Button type="submit" aria-disabled={isPending}>
          {t(isPending ? 'leden.bezig' : 'leden.bewaar')}
        </Button>
      </form>
      <div role="alert">
        {isOvertaken && (
          <Notice kind="attention">
            <p>{t('leden.intussen')}</p>
          </Notice>
        )}
      </div>
      <Fout error={isOvertaken ? null : error} />
    </section>
  )
}

function invoerOf(organisatie: Organisatie): OrganisatieInvoer {
  const { naam, categorie, omschrijving, website, telefoon, email, kvk } = organisatie
  return {
    naam,
    categorie,
    omschrijving: omschrijving ?? null,
    website: website ?? null,
    telefoon: telefoon ?? null,
    email: email ?? null,
    kvk: kvk ?? null,
    // Not asked here, and not to be lost.
    relatieGemeente: organisatie.relatieGemeente ?? null,
  }
}

/** What is empty is unknown, and not an empty text. */
const filled = (values: OrganisatieInvoer) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === '' ? null : value]),
  ) as unknown as OrganisatieInvoer
