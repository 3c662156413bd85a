import { useTranslation } from '@/i18n'
import { Heading, Paragraph } from '@/components/ams'
import type { ZonderEigenaar as Gegevens } from '@/lib/api/types'
import { Link } from '../Link'

/** Organisations whose last owner is gone, each with the way to find another one. */
export function ZonderEigenaar({ lijst }: { lijst: Gegevens[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <Heading level={2}>{t('aanmeldingen.zonder')}</Heading>
      <Paragraph>{t('aanmeldingen.zonderUitleg')}</Paragraph>
      <ul className="sk-aanmeldingen__list">
        {lijst.map(({ organisatie, mensen }) => (
          <li key={organisatie.id} className="sk-aanmelding">
            <Link
              to="/mijn/organisaties/$id"
              params={{ id: organisatie.id }}
              className="ams-link sk-read-mail"
            >
              {organisatie.naam}
            </Link>
            <p>{t('aanmeldingen.mensen', { count: mensen })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
