import { Globe, Mail, Phone } from 'lucide-react'
import { phoneHref, readableUrl, webHref } from '@/lib/wording/contact'
import { LeftToRight } from './Dutch'
import './ContactWays.css'

interface Ways {
  telefoon?: string | null | undefined
  email?: string | null | undefined
  website?: string | null | undefined
}

/** The ways to reach somebody, as links that work by tap; only those that are known. */
export function ContactWays({ telefoon, email, website }: Ways) {
  const web = webHref(website)
  return (
    <ul className="sk-contact-ways">
      {telefoon && (
        <li>
          <Phone className="sk-icon" />
          <a href={phoneHref(telefoon)} className="ams-link">
            <LeftToRight>{telefoon}</LeftToRight>
          </a>
        </li>
      )}
      {email && (
        <li>
          <Mail className="sk-icon" />
          <a href={`mailto:${email}`} className="ams-link">
            <LeftToRight>{email}</LeftToRight>
          </a>
        </li>
      )}
      {web && (
        <li>
          <Globe className="sk-icon" />
          <a href={web} className="ams-link" rel="noreferrer">
            <LeftToRight>{readableUrl(web)}</LeftToRight>
          </a>
        </li>
      )}
    </ul>
  )
}
