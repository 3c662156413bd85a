import { HandHelping, Phone } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import type { Aanbod } from '@/lib/api/types'
import { useLabels } from '@/lib/wording/labels'
import { phoneHref } from '@/lib/wording/contact'
import { Part } from './Story'

/** Who would rather do something than get something: what they can do, and whom to tell. */
export function Helping({ aanbod }: { aanbod: Aanbod }) {
  const { t } = useTranslation()
  const { titel, vrijwilligersGezocht, vrijwilligersTekst, inzet, contact } = aanbod
  const labelOf = useLabels()
  if (!vrijwilligersGezocht) return null
  const { email, telefoon } = contact
  const subject = encodeURIComponent(t('helpen.onderwerp', { titel }))
  return (
    <Part title={t('aanbod.helpen')}>
      <p>
        <Dutch when={vrijwilligersTekst != null}>
          {vrijwilligersTekst ?? t('aanbod.helpenAlgemeen')}
        </Dutch>
      </p>
      {inzet && <p className="sk-muted">{labelOf('inzet', inzet)}</p>}
      {(email ?? telefoon) && (
        <p className="sk-helpen__ways sk-noprint">
          {email && (
            <a
              href={`mailto:${email}?subject=${subject}`}
              className="ams-button ams-button--secondary"
            >
              <HandHelping className="sk-icon" />
              {t('helpen.mail')}
            </a>
          )}
          {telefoon && (
            <a href={phoneHref(telefoon)} className="ams-button ams-button--secondary">
              <Phone className="sk-icon" />
              {t(email ? 'helpen.ofBel' : 'helpen.bel', { telefoon })}
            </a>
          )}
        </p>
      )}
    </Part>
  )
}
