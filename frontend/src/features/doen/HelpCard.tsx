import { Link } from '@tanstack/react-router'
import { CalendarDays, Hourglass, MapPin } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { Dutch } from '@/components/Dutch'
import { SaveButton } from '@/components/SaveButton'
import { WijkLocator } from '@/components/WijkLocator'
import type { AanbodKern } from '@/lib/api/types'
import type { LabelOf } from '@/lib/wording/labels'
import { whenOf } from '@/lib/wording/when'
import { whereOf, wijkOf } from '@/lib/wording/where'
import '@/components/ResultCard.css'

interface Props {
  aanbod: AanbodKern
  now: Date
  labelOf: LabelOf
  backTo: string
}

/** A place to help, in the order in which somebody decides: what, how much time, when, where. */
export function HelpCard({ aanbod, now, labelOf, backTo }: Props) {
  const translator = useTranslation()
  const { t, language } = translator
  const { slug, titel, organisatie, vrijwilligersTekst, inzet } = aanbod
  const when = whenOf(aanbod, now, translator)
  return (
    <article className="sk-result">
      <div className="sk-result__words">
        <Heading level={3} className="sk-result__title">
          <Link to="/aanbod/$slug" params={{ slug }} state={{ backTo }} className="ams-link">
            <Dutch>{titel}</Dutch>
          </Link>
        </Heading>
        <p className="sk-doen__asked">
          <Dutch when={vrijwilligersTekst != null}>
            {vrijwilligersTekst ?? t('doen.vraagMaar')}
          </Dutch>
        </p>
        <ul className="sk-result__facts">
          <li>
            <Hourglass className="sk-icon" />
            <span>{inzet ? labelOf('inzet', inzet) : t('doen.vraagTijd')}</span>
          </li>
          <li>
            <CalendarDays className="sk-icon" />
            <span>
              <Dutch when={when.lang === 'nl'}>{when.text}</Dutch>
              {when.rhythm && t('site.komma') + when.rhythm}
            </span>
          </li>
          <li>
            <MapPin className="sk-icon" />
            <Dutch when={aanbod.locatie != null}>{whereOf(aanbod, t, language)}</Dutch>
          </li>
        </ul>
        <p className="sk-result__why">
          {t('doen.bij')} <Dutch>{organisatie.naam}</Dutch>
        </p>
      </div>
      <WijkLocator wijk={wijkOf(aanbod)} />
      <SaveButton aanbod={aanbod} />
    </article>
  )
}
