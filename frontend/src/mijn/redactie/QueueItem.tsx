import { useEffect, useRef, useState, type Ref } from 'react'
import { useTranslation, type Translate } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { TeBeoordelen } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { Link } from '../Link'
import { useSessie } from '../sessie/sessie'
import { DecideForm, type Asked } from './DecideForm'
import { Meegelopen } from './Meegelopen'
import { isOnlyInWijken, useDecide, type Besluit, type Uitspraak } from './redactie'
import { useShortcuts } from './shortcuts'
import { Verschillen } from './Verschillen'

interface Props {
  item: TeBeoordelen
  heading: Ref<HTMLHeadingElement>
  onDecided: (item: TeBeoordelen, uitspraak: Uitspraak) => void
  onRefresh: () => void
}

/** One thing that waits: whose it is, what differs, and what can be said about it. */
export function QueueItem({ item, heading, onDecided, onRefresh }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const wasAsking = useRef(false)
  const { mutate, isPending, error } = useDecide(item, (uitspraak) => {
    onDecided(item, uitspraak)
  })
  const isNew = item.soort === 'nieuw'
  const canAgree = !item.hindernis

  useEffect(() => {
    // The form that had the focus is gone.
    if (!asked && wasAsking.current) buttons.current?.querySelector('button')?.focus()
    wasAsking.current = asked !== null
  }, [asked])

  function decide(besluit: Besluit) {
    if (!isPending) mutate(besluit)
  }

  useShortcuts({
    a: () => {
      if (canAgree && !asked) decide({ uitspraak: 'goedgekeurd' })
    },
    v: () => {
      setAsked('teruggestuurd')
    },
    w: () => {
      if (!isNew) setAsked('afgewezen')
    },
  })

  return (
    <article className="sk-beoordeling" aria-labelledby="beoordeling-titel">
      <Head item={item} heading={heading} />
      <Earlier item={item} />
      <Heading level={3} size="level-5">
        {isNew
          ? t('redactie.ditStaatEr')
          : item.verschillen.length > 0
            ? t('redactie.verandert', { count: item.verschillen.length })
            : t('redactie.verandertNiets')}
      </Heading>
      <Verschillen verschillen={item.verschillen} plain={isNew} />
      <section className="sk-besluit" aria-labelledby="besluit-titel">
        <Heading level={3} size="level-5" id="besluit-titel">
          {t('redactie.besluit.titel')}
        </Heading>
        {item.hindernis && (
          <Notice kind="attention">
            <p>{t(`redactie.hindernis.${item.hindernis}`)}</p>
          </Notice>
        )}
        {asked ? (
          <DecideForm
            key={asked}
            uitspraak={asked}
            busy={isPending}
            onSend={(reden) => {
              decide({ uitspraak: asked, reden })
            }}
            onCancel={() => {
              setAsked(null)
            }}
          />
        ) : (
          <div className="sk-besluit__row" ref={buttons}>
            {canAgree && (
              <Button
                aria-disabled={isPending}
                onClick={() => {
                  decide({ uitspraak: 'goedgekeurd' })
                }}
              >
                {t(agreeWords(isPending, isNew))}
              </Button>
            )}
            <Button
              variant="secondary"
              onClick={() => {
                setAsked('teruggestuurd')
              }}
            >
              {t('redactie.besluit.vraag')}
            </Button>
            {!isNew && (
              <Button
                variant="secondary"
                onClick={() => {
                  setAsked('afgewezen')
                }}
              >
                {t('redactie.besluit.afwijzen')}
              </Button>
            )}
          </div>
        )}
        <div role="alert">{error && <Fault error={error} onRefresh={onRefresh} />}</div>
      </section>
    </article>
  )
}

function agreeWords(isPending: boolean, isNew: boolean) {
  if (isPending) return 'redactie.besluit.bezig'
  return isNew ? 'redactie.besluit.publiceer' : 'redactie.besluit.goed'
}

function Head({ item, heading }: { item: TeBeoordelen; heading: Ref<HTMLHeadingElement> }) {
  const { t, language } = useTranslation()
  const { data: sessie } = useSessie()
  const { aanbod, organisatie, soort, sinds } = item
  return (
    <div className="sk-beoordeling__head">
      <Heading level={2} size="level-3" id="beoordeling-titel" ref={heading} tabIndex={-1}>
        {aanbod.titel}
      </Heading>
      <p className="sk-small">
        <strong>{t(`redactie.soort.${soort}`)}</strong> · {organisatie.naam}
        {aanbod.wijken.length > 0 && ` · ${aanbod.wijken.join(', ')}`} · {since(sinds, t, language)}
      </p>
      <p className="sk-small sk-beoordeling__links">
        <Link to="/mijn/redactie" search={{ organisatie: organisatie.slug }} className="ams-link">
          {t('redactie.alleenVan', { naam: organisatie.naam })}
        </Link>
        {sessie && !isOnlyInWijken(sessie) && (
          <Link to="/mijn/organisaties/$id" params={{ id: organisatie.id }} className="ams-link">
            {t('redactie.deOrganisatie')}
          </Link>
        )}
        <Link to="/mijn/aanbod/$id/historie" params={{ id: aanbod.id }} className="ams-link">
          {t('redactie.geschiedenis')}
        </Link>
        {soort === 'wijziging' && (
          <a href={`/aanbod/${aanbod.slug}`} className="ams-link" target="_blank" rel="noreferrer">
            {t('redactie.opDeKaart')}
          </a>
        )}
      </p>
      {!organisatie.gecontroleerd && (
        <Notice kind="attention">
          <p>{t('redactie.nietGecontroleerd')}</p>
        </Notice>
      )}
      <Meegelopen item={item} />
      {organisatie.vertrouwd && <p className="sk-small">{t('redactie.vertrouwd')}</p>}
    </div>
  )
}

/** What was asked before: this is the answer to it. */
function Earlier({ item: { laatsteBesluit } }: { item: TeBeoordelen }) {
  const { t, language } = useTranslation()
  if (!laatsteBesluit?.reden) return null
  const { besluit, op, reden } = laatsteBesluit
  if (besluit !== 'teruggestuurd' && besluit !== 'afgewezen') return null
  const day = formatDay(localTime(new Date(op)).day, language, A_DAY)
  return (
    <Notice>
      <p>{t(`redactie.eerder.${besluit}`, { dag: day })}</p>
      <p className="sk-beoordeling__quote">{reden}</p>
    </Notice>
  )
}

export function Fault({ error, onRefresh }: { error: Error; onRefresh: () => void }) {
  const { t } = useTranslation()
  const refused = error instanceof ApiProblem && error.status < 500
  return (
    <Notice kind="wrong">
      <p>
        {refused
          ? error.message
          : t(
              error instanceof ServerUnreachable
                ? 'fout.onbereikbaarUitleg'
                : 'fout.mislukteUitleg',
            )}
      </p>
      {refused && (
        <Button variant="secondary" onClick={onRefresh}>
          {t('redactie.fout.opnieuw')}
        </Button>
      )}
    </Notice>
  )
}

export function since(moment: string, t: Translate, language: string): string {
  const { day, hour, minute } = localTime(new Date(moment))
  const tijd = `${hour}.${String(minute).padStart(2, '0')}`
  return t('redactie.sinds', { dag: formatDay(day, language, A_DAY), tijd })
}

const A_DAY = { day: 'numeric', month: 'long' } as const
