import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Heading, Paragraph } from '@/components/ams'
import { inlogdienstenQuery } from './inlogdiensten'
import { returnAddress } from './melding'
import './StaffLogIn.css'

/** For who works for the municipality or a wijkteam: they log in at their own organisation. */
export function StaffLogIn() {
  const { t } = useTranslation()
  const { data } = useQuery(inlogdienstenQuery)
  if (!data?.resultaten.length) return null
  const query = new URLSearchParams({ terug: returnAddress(window.location) })
  return (
    <section className="sk-staff" aria-labelledby="medewerkers">
      <Heading level={2} id="medewerkers">
        {t('medewerkers.titel')}
      </Heading>
      <Paragraph>{t('medewerkers.uitleg')}</Paragraph>
      <ul className="sk-staff__ways">
        {data.resultaten.map(({ code, naam, adres }) => (
          <li key={code}>
            <a href={`${adres}?${query}`} className="ams-button ams-button--secondary">
              {t('medewerkers.logIn', { naam })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
