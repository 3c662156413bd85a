import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import type { Aanmelding as Gegevens } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { Kenmerken } from '../aansluiten/Gelijkenissen'
import { useDecide, type Decision } from './aanmeldingen'
import { Afwijzen } from './Afwijzen'

interface Props {
  aanmelding: Gegevens
  onDone: (said: string) => void
}

/** A new organisation with all that was filled in, what it looks like, and the three answers. */
export function Aanmelding({ aanmelding, onDone }: Props) {
  const { t } = useTranslation()
  const { organisatie, gelijkend } = aanmelding
  const { mutate, isPending, error } = useDecide(organisatie.id)
  const { naam } = organisatie
  const decide = (decision: Decision, said: string) => {
    if (isPending) return
    mutate(decision, {
      onSuccess: () => {
        onDone(said)
      },
    })
  }
  return (
    <article aria-labelledby={`aanmelding-${organisatie.id}`} className="sk-aanmelding__card">
      <Heading level={3} id={`aanmelding-${organisatie.id}`}>
        {naam}
      </Heading>
      <Facts aanmelding={aanmelding} />
      {gelijkend.length > 0 && (
        <section className="sk-alike">
          <Heading level={4} size="level-5">
            {t('aanmeldingen.lijktOp')}
          </Heading>
          <ul className="sk-alike__list">
            {gelijkend.map((other) => (
              <li key={other.id} className="sk-alike__one">
                <Kenmerken gelijkend={other} />
                {!other.gecontroleerd && <p>{t('aanmeldingen.ookNieuw')}</p>}
                {other.gecontroleerd && (
                  <Button
                    variant="secondary"
                    aria-disabled={isPending}
                    onClick={() => {
                      decide(
                        { besluit: 'aangesloten', bij: other.id },
                        t('aanmeldingen.aangesloten', { naam }),
                      )
                    }}
                  >
                    {t('aanmeldingen.sluitAan', { naam: other.naam })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Afwijzen
        ja={t('aanmeldingen.laatToe')}
        nee={t('aanmeldingen.wijsAf')}
        uitleg={t('aanmeldingen.wegHulp')}
        naam={naam}
        busy={isPending}
        error={error}
        onJa={() => {
          decide({ besluit: 'goedgekeurd' }, t('aanmeldingen.toegelaten', { naam }))
        }}
        onNee={(reden) => {
          decide({ besluit: 'afgewezen', reden }, t('aanmeldingen.afgewezen', { naam }))
        }}
      />
    </article>
  )
}

function Facts({ aanmelding }: { aanmelding: Gegevens }) {
  const { t, language } = useTranslation()
  const { organisatie, mensen, aanbod, aangemeldOp } = aanmelding
  const { categorie, omschrijving, website, telefoon, kvk } = organisatie
  const dag = formatDay(localTime(new Date(aangemeldOp)).day, language, A_DAY)
  const rows = [
    [t('aanmeldingen.over'), omschrijving],
    [t('aanmeldingen.website'), website],
    [t('aanmeldingen.telefoon'), telefoon],
    [t('aanmeldingen.kvk'), kvk],
  ] as const
  return (
    <>
      <p>
        {t(`aanmeldingen.soort.${categorie}`)}. {t('aanmeldingen.sinds', { dag })}.{' '}
        {t('aanmeldingen.aanbod', { count: aanbod })}
      </p>
      <dl className="sk-facts">
        <dt>{t('aanmeldingen.door')}</dt>
        <dd>
          {mensen.length === 0 && t('aanmeldingen.niemand')}
          {mensen.map(({ accountId, naam, email }) => (
            <span key={accountId}>
              {naam}{' '}
              {email && (
                <a href={`mailto:${email}`} className="ams-link">
                  {email}
                </a>
              )}
            </span>
          ))}
        </dd>
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {value === website ? (
                    <a href={value} rel="noreferrer" className="ams-link">
                      {value}
                    </a>
                  ) : (
                    value
                  )}
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
