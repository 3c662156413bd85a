import { Phone } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { LeftToRight } from '@/components/Dutch'
import { Heading } from '@/components/ams'
import { ContactWays } from '@/components/ContactWays'
import type { Aanbod } from '@/lib/api/types'
import { phoneHref, webHref } from '@/lib/wording/contact'
import { WerktNiet, Zeker } from './Zeker'

/** Contact that works by tap. On paper the numbers and addresses stand in full. */
export function Contact({ aanbod }: { aanbod: Aanbod }) {
  const { t } = useTranslation()
  const { naam, telefoon, email, website } = aanbod.contact
  if (!naam && !telefoon && !email && !webHref(website)) return null
  const wie = aanbod.organisatie.naam
  return (
    <section className="sk-contact" aria-labelledby="contact">
      <Heading level={2} size="level-4" id="contact">
        {t('contact.titel')}
      </Heading>
      {naam && <p>{t('contact.vraagNaar', { naam })}</p>}
      {telefoon && (
        <a href={phoneHref(telefoon)} className="ams-button ams-button--primary">
          <Phone className="sk-icon" />
          <span>
            {t('contact.bel', { wie })}{' '}
            <span className="sk-nowrap">
              <LeftToRight>{telefoon}</LeftToRight>
            </span>
          </span>
        </a>
      )}
      <ContactWays email={email} website={website} />
      <WerktNiet aanbod={aanbod} />
      <Zeker aanbod={aanbod} groep="contact" />
    </section>
  )
}
