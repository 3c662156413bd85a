import { useTranslation } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { capitalised } from '@/lib/wording/capitalised'
import { closedNow, comingTimes, whenOf } from '@/lib/wording/when'

const SHOWN = 3

/** The next three times as people say them, with the exact words, and then the rule behind them. */
export function Times({ aanbod, now }: { aanbod: Aanbod; now: Date }) {
  const { t, language } = useTranslation()
  const coming = closedNow(aanbod, now) ? [] : comingTimes(aanbod, now, SHOWN, t, language)
  const when = whenOf(aanbod, now, t, language)
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
        <p>{when.text}</p>
      )}
      {coming.length > 0 && aanbod.opAfspraak && <p>{t('wanneer.ookOpAfspraak')}</p>}
      {aanbod.momenten.length > 0 && (
        <ul className="sk-times__rules">
          {aanbod.momenten.map(({ tekst, toelichting }) => (
            <li key={tekst}>
              {capitalised(tekst)}
              {toelichting && ` (${toelichting})`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
