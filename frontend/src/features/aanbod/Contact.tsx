import { Globe, Mail, Phone } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { Aanbod } from '@/lib/api/types'
import { phoneHref, readableUrl, webHref } from '@/lib/wording/contact'

/** Contact that works by tap. On paper the numbers and addresses stand in full. */
export function Contact({ aanbod }: { aanbod: Aanbod }) {
  const { t } = useTranslation()
  const { naam, telefoon, email, website } = aanbod.contact
  const web = webHref(website)
  if (!naam && !telefoon && !email && !web) return null
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
            {t('contact.bel', { wie })} <span className="sk-nowrap">{telefoon}</span>
          </span>
        </a>
      )}
      <ul className="sk-contact__others">
        {email && (
          <li>
            <Mail className="sk-icon" />
            <a href={`mailto:${email}`} className="ams-link">
              {email}
            </a>
          </li>
        )}
        {web && (
          <li>
            <Globe className="sk-icon" />
            <a href={web} className="ams-link" rel="noreferrer">
              {readableUrl(web)}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
