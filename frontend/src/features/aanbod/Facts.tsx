import { CalendarDays, Coins, DoorOpen, MapPin, Users, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { Heading } from '@/components/ams'
import type { Aanbod } from '@/lib/api/types'
import { speakDay } from '@/lib/dates/speakTime'
import { inSentence } from '@/lib/wording/inSentence'
import type { LabelOf } from '@/lib/wording/labels'
import { whereOf } from '@/lib/wording/where'
import { Times } from './Times'
import { Zeker } from './Zeker'

interface Props {
  aanbod: Aanbod
  now: Date
  labelOf: LabelOf
}

/** When, where, what it costs, how to join, and whether there is room: the short answers. */
export function Facts({ aanbod, now, labelOf }: Props) {
  const { t, language } = useTranslation()
  const { kosten, kostenToelichting, aanmelden, wieVerwijst, locatie } = aanbod
  const ask = <span className="sk-muted">{t('aanbod.vraagNa')}</span>
  return (
    <section className="sk-facts" aria-labelledby="in-het-kort">
      <Heading level={2} id="in-het-kort" className="ams-visually-hidden">
        {t('aanbod.inHetKort')}
      </Heading>
      <dl className="sk-facts__list">
        <Fact icon={CalendarDays} term={t('aanbod.wanneer')}>
          <Times aanbod={aanbod} now={now} />
          <Zeker aanbod={aanbod} groep="tijden" />
        </Fact>
        <Fact icon={MapPin} term={t('aanbod.waar')}>
          <p>
            <Dutch when={locatie != null}>{whereOf(aanbod, t, language)}</Dutch>
          </p>
          {locatie?.straat && (
            <p className="sk-muted">
              <Dutch>
                {locatie.straat}, {locatie.postcode} {locatie.plaats}
              </Dutch>
            </p>
          )}
        </Fact>
        <Fact icon={Coins} term={t('aanbod.kosten')}>
          {kosten ? <p>{labelOf('kosten', kosten)}</p> : !kostenToelichting && ask}
          {kostenToelichting && (
            <p>
              <Dutch>{kostenToelichting}</Dutch>
            </p>
          )}
          <Zeker aanbod={aanbod} groep="kosten" />
        </Fact>
        <Fact icon={DoorOpen} term={t('aanbod.meedoen')}>
          {aanmelden ? <p>{labelOf('aanmelden', aanmelden)}</p> : ask}
          {wieVerwijst && <p>{t('aanbod.verwijzer', { wie: inSentence(wieVerwijst) })}</p>}
        </Fact>
        <Room aanbod={aanbod} now={now} labelOf={labelOf} />
      </dl>
    </section>
  )
}

function Room({ aanbod, now, labelOf }: Props) {
  const { t, language } = useTranslation()
  const { capaciteit, capaciteitOp, wachttijd } = aanbod
  if (!capaciteit) return null
  return (
    <Fact icon={Users} term={t('aanbod.plek')}>
      <p>
        {labelOf('capaciteiten', capaciteit)}
        {wachttijd && (
          <>
            , <Dutch>{inSentence(wachttijd)}</Dutch>
          </>
        )}
      </p>
      {capaciteitOp && (
        <p className="sk-muted">
          {t('aanbod.standVan', { dag: speakDay(capaciteitOp, now, language) })}
        </p>
      )}
      <Zeker aanbod={aanbod} groep="capaciteit" />
    </Fact>
  )
}

function Fact({
  icon: Icon,
  term,
  children,
}: {
  icon: LucideIcon
  term: string
  children: ReactNode
}) {
  return (
    <div className="sk-fact">
      <dt>
        <Icon className="sk-icon" />
        {term}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
