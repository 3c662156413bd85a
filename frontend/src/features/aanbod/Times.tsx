import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { AddToCalendar } from '@/components/kalender/AddToCalendar'
import type { Aanbod, Moment } from '@/lib/api/types'
import { capitalised } from '@/lib/wording/capitalised'
import { momentText } from '@/lib/wording/momentText'
import { closedNow, comingTimes, whenOf } from '@/lib/wording/when'

const SHOWN = 3

/** The next three times as people say them, with the exact words, and then the rule behind them. */
export function Times({ aanbod, now }: { aanbod: Aanbod; now: Date }) {
  const translator = useTranslation()
  const { t, language } = translator
  const coming = closedNow(aanbod, now) ? [] : comingTimes(aanbod, now, SHOWN, t, language)
  const when = whenOf(aanbod, now, translator)
  return (
    <>
      {coming.length > 0 ? (
        <ol className="sk-times">
          {coming.map(({ instant, spoken, exact }, i) => (
            <li key={instant} data-first={i === 0 || undefined}>
              <time dateTime={instant}>{spoken}</time>
              <span className="sk-muted">{exact}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p>
          <Dutch when={when.lang === 'nl'}>{when.text}</Dutch>
        </p>
      )}
      {coming.length > 0 && aanbod.opAfspraak && <p>{t('wanneer.ookOpAfspraak')}</p>}
      {aanbod.momenten.length > 0 && (
        <ul className="sk-times__rules">
          {aanbod.momenten.map((moment) => (
            <Rule key={moment.tekst} moment={moment} />
          ))}
        </ul>
      )}
      {aanbod.momenten.length > 0 && aanbod.status === 'gepubliceerd' && (
        <AddToCalendar id={aanbod.id} />
      )}
    </>
  )
}

function Rule({ moment }: { moment: Moment }) {
  const translator = useTranslation()
  const { text, lang } = momentText(moment, translator)
  return (
    <li>
      <Dutch when={lang === 'nl'}>{capitalised(text, translator.language)}</Dutch>
      {moment.toelichting && (
        <>
          {' '}
          (<Dutch>{moment.toelichting}</Dutch>)
        </>
      )}
    </li>
  )
}
