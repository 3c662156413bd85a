import { Link, useLocation } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { useAgenda } from '@/lib/api/agenda'
import { ApiProblem } from '@/lib/api/errors'
import type { AgendaKeer } from '@/lib/api/types'
import { capitalised } from '@/lib/wording/capitalised'
import type { LabelOf } from '@/lib/wording/labels'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { periodeOf } from '@/lib/zoekvraag/periode'
import { AgendaItem } from './AgendaItem'
import { groupsOf, isOver, type Group } from './groups'
import { NothingOn } from './NothingOn'
import { dayName } from './title'

interface Props {
  vraag: Agendavraag
  today: string
  now: Date
  agenda: ReturnType<typeof useAgenda>
  labelOf: LabelOf
}

/** The times in order, and every state they can be in. */
export function AgendaList(props: Props) {
  const { agenda, vraag } = props
  const { data, error, isFetching, isPlaceholderData: isPrevious } = agenda
  const { t } = useTranslation()
  const retry = () => void agenda.refetch()
  if (error instanceof ApiProblem && error.status === 400) return <NotKnown error={error} />
  if (!data) {
    return error ? (
      <LoadError error={error} onRetry={retry} busy={isFetching} />
    ) : (
      <ResultSkeleton count={5} />
    )
  }
  return (
    <div aria-busy={isPrevious}>
      {error && (
        <div className="sk-agenda__notice" role="alert">
          <Notice kind="attention">
            <p>{t('fout.oud')}</p>
            <Button variant="secondary" onClick={retry}>
              {t('fout.opnieuw')}
            </Button>
          </Notice>
        </div>
      )}
      {data.resultaten.length > 0 ? (
        <Found {...props} keren={data.resultaten} following={data.volgende} />
      ) : (
        <NothingOn
          vraag={vraag}
          today={props.today}
          now={props.now}
          following={data.eerstvolgende}
        />
      )}
    </div>
  )
}

interface FoundProps extends Props {
  keren: AgendaKeer[]
  following: string | null | undefined
}

function Found({ keren, following, vraag, today, now, labelOf }: FoundProps) {
  const { t, language } = useTranslation()
  const { datumVan, datumTot } = periodeOf(vraag, today)
  const over = keren.filter((keer) => isOver(keer, now))
  const coming = keren.filter((keer) => !isOver(keer, now))
  const oneDay = datumVan === datumTot
  const nameOf = ({ dag, dagdeel }: Group) => {
    if (!oneDay) return capitalised(dayName(dag, now, language), language)
    return dagdeel ? labelOf('dagdelen', dagdeel) : t('agenda.zonderTijd')
  }
  return (
    <>
      {over.length > 0 && (
        <details className="sk-agenda__over">
          <summary>{t('agenda.voorbij', { aantal: over.length })}</summary>
          <Times keren={over} labelOf={labelOf} />
        </details>
      )}
      {coming.length === 0 && <p className="sk-agenda__notice">{t('agenda.allesVoorbij')}</p>}
      {groupsOf(coming, oneDay).map((group) => (
        <section key={group.key} aria-labelledby={group.key} className="sk-agenda__group">
          <Heading level={2} size="level-3" id={group.key}>
            {nameOf(group)}
          </Heading>
          <Times keren={group.keren} labelOf={labelOf} />
        </section>
      ))}
      <Turn vraag={vraag} following={following} />
    </>
  )
}

function Times({ keren, labelOf }: { keren: AgendaKeer[]; labelOf: LabelOf }) {
  const backTo = useLocation({ select: ({ searchStr }) => `/agenda${searchStr}` })
  return (
    <ol className="sk-agenda__times">
      {keren.map((keer) => (
        <li key={`${keer.momentId} ${keer.dag}`}>
          <AgendaItem keer={keer} labelOf={labelOf} backTo={backTo} />
        </li>
      ))}
    </ol>
  )
}

function Turn({ vraag, following }: { vraag: Agendavraag; following: string | null | undefined }) {
  const { t } = useTranslation()
  const { cursor, ...begin } = vraag
  if (!cursor && !following) return null
  return (
    <nav className="sk-agenda__turn" aria-label={t('agenda.bladeren')}>
      {cursor && (
        <Link to="/agenda" search={begin} className="ams-link">
          {t('agenda.naarBegin')}
        </Link>
      )}
      {following && (
        <Link
          to="/agenda"
          search={{ ...begin, cursor: following }}
          className="ams-button ams-button--secondary"
        >
          {t('agenda.verder')}
          <ArrowRight className="sk-icon sk-icon--way" />
        </Link>
      )}
    </nav>
  )
}

/** A link can hold a filter that does not exist, or a day of which nothing is known yet. */
function NotKnown({ error }: { error: ApiProblem }) {
  const { t } = useTranslation()
  const tooFar = error.fouten.some(({ veld }) => veld === 'datumVan')
  return (
    <div className="sk-agenda__notice" role="alert">
      <Notice kind="attention">
        <p>
          <strong>{t(tooFar ? 'agenda.teVer' : 'zoeken.onbekendFilter')}</strong>
        </p>
        <Link to="/agenda" className="ams-link">
          {t('agenda.naarVandaag')}
        </Link>
      </Notice>
    </div>
  )
}
