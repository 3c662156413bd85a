import { CalendarDays, MapPin, Phone } from 'lucide-react'
import { useTranslation } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { capitalised } from '@/lib/wording/capitalised'
import { phoneHref } from '@/lib/wording/contact'
import { whenOf } from '@/lib/wording/when'
import { whereOf } from '@/lib/wording/where'

/** When, where and whom to call. On paper "tomorrow" is soon wrong, so there the rule stands. */
export function Facts({ aanbod, now }: { aanbod: Aanbod; now: Date }) {
  const translator = useTranslation()
  const { t, language, code } = translator
  const { locatie, momenten, contact, status } = aanbod
  const when = whenOf(aanbod, now, translator)
  const rules = when.state === 'dicht' ? [] : momenten
  return (
    <ul className="sk-item__facts">
      {status !== 'gestopt' && (
        <li data-attention={when.state === 'dicht' || undefined}>
          <CalendarDays className="sk-icon" />
          <div>
            <p data-screen={rules.length > 0 || undefined}>
              {when.instant ? <time dateTime={when.instant}>{when.text}</time> : when.text}
              {when.rhythm && `, ${when.rhythm}`}
            </p>
            {rules.map(({ tekst }) => (
              <p key={tekst} data-paper lang={code === 'nl' ? undefined : 'nl'}>
                {capitalised(tekst)}
              </p>
            ))}
          </div>
        </li>
      )}
      <li>
        <MapPin className="sk-icon" />
        <div>
          <p>{whereOf(aanbod, t, language)}</p>
          {locatie?.straat && (
            <p className="sk-muted">
              {locatie.straat}, {locatie.postcode} {locatie.plaats}
            </p>
          )}
        </div>
      </li>
      {contact.telefoon && (
        <li>
          <Phone className="sk-icon" />
          <a href={phoneHref(contact.telefoon)} className="ams-link sk-item__phone">
            <bdi dir="ltr">{contact.telefoon}</bdi>
          </a>
        </li>
      )}
    </ul>
  )
}
