import { Link } from '@tanstack/react-router'
import { CalendarDays, MapPin } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import type { Translate } from '@/i18n'
import { Heading } from '@/components/ams'
import type { Aanbod, Vergelijkbaar } from '@/lib/api/types'
import { inSentence } from '@/lib/wording/inSentence'
import type { LabelOf } from '@/lib/wording/labels'
import { whenOf } from '@/lib/wording/when'
import { speakDistance, whereOf } from '@/lib/wording/where'
import { useVergelijkbaar } from './vergelijkbaarQuery'
import './Alike.css'

interface Props {
  aanbod: Aanbod
  now: Date
  labelOf: LabelOf
}

/** What else may suit: lighter and near first. Says nothing when there is nothing, or no answer. */
export function Alike({ aanbod, now, labelOf }: Props) {
  const { t } = useTranslation()
  const found = useVergelijkbaar(aanbod.slug).data?.resultaten ?? []
  if (found.length === 0) return null
  const stopped = aanbod.status === 'gestopt'
  return (
    <section
      className="sk-alike sk-noprint"
      aria-labelledby="ook-iets"
      data-first={stopped || undefined}
    >
      <Heading level={2} size="level-3" id="ook-iets">
        {t('vergelijkbaar.titel')}
      </Heading>
      <ul className="sk-alike__cards">
        {found.map((each) => (
          <li key={each.id} className="sk-alike__card">
            <Card aanbod={each} now={now} labelOf={labelOf} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ aanbod, now, labelOf }: { aanbod: Vergelijkbaar; now: Date; labelOf: LabelOf }) {
  const translator = useTranslation()
  const { t, language } = translator
  const when = whenOf(aanbod, now, translator)
  const why = reasonsOf(aanbod, labelOf, t, language)
  return (
    <>
      <Heading level={3} size="level-4">
        <Link to="/aanbod/$slug" params={{ slug: aanbod.slug }} className="ams-link">
          <Dutch>{aanbod.titel}</Dutch>
        </Link>
      </Heading>
      <p className="sk-alike__fact">
        <CalendarDays className="sk-icon" />
        <span>
          {when.instant ? <time dateTime={when.instant}>{when.text}</time> : when.text}
          {when.rhythm && `, ${when.rhythm}`}
        </span>
      </p>
      <p className="sk-alike__fact">
        <MapPin className="sk-icon" />
        <span>{whereOf(aanbod, t, language)}</span>
      </p>
      {why.length > 0 && (
        <p className="sk-small sk-muted">{t('redenen.zin', { redenen: why.join('\u00a0· ') })}</p>
      )}
    </>
  )
}

const MOST = 3

function reasonsOf(
  { overeenkomsten, zelfdeThemas, zelfdeDoelgroepen, afstandMeter }: Vergelijkbaar,
  labelOf: LabelOf,
  t: Translate,
  language: string,
): string[] {
  const [thema] = zelfdeThemas
  const [groep] = zelfdeDoelgroepen
  const samePlace = overeenkomsten.includes('zelfde-plek')
  const reasons = [
    overeenkomsten.includes('lichter') && t('redenen.licht'),
    thema && t('vergelijkbaar.onderwerp', { thema: inSentence(labelOf('themas', thema)) }),
    samePlace && t('vergelijkbaar.plek'),
    !samePlace &&
      afstandMeter != null &&
      t('vergelijkbaar.hiervandaan', { afstand: speakDistance(afstandMeter, t, language) }),
    groep && t('redenen.ookVoor', { wie: inSentence(labelOf('doelgroepen', groep)) }),
  ]
  return reasons.filter((reason): reason is string => Boolean(reason)).slice(0, MOST)
}
