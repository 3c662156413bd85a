import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { Link } from '../Link'
import type { Uitkomst } from './aansluiten'

/** What came of it, and where to go from here. */
export function Klaar({ uitkomst, naam }: { uitkomst: Uitkomst; naam: string }) {
  const { t } = useTranslation()
  // Who has a second step is not logged in yet, and the pages beyond ask for the code.
  const title = naam ? t('aansluiten.welkom', { naam }) : t('aansluiten.gelukt')
  const what = uitkomst.uitkomst
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={title}>{title}</PageHeading>
      <Paragraph>{t(`aansluiten.${what}`, { naam: uitkomst.organisatie.naam })}</Paragraph>
      {what === 'nieuw' && <Paragraph>{t('aansluiten.nieuwUitleg')}</Paragraph>}
      {what === 'nieuw' && naam && (
        <p>
          <Link
            to="/mijn/aanbod/nieuw"
            search={{ organisatie: uitkomst.organisatie.id }}
            className="ams-button ams-button--primary"
          >
            {t('aansluiten.eersteAanbod')}
          </Link>
        </p>
      )}
      <p>
        <Link to={naam ? '/mijn' : '/mijn/inloggen/code'} className="ams-link sk-read-mail">
          {t(naam ? 'aansluiten.naarAanbod' : 'aansluiten.geefCode')}
        </Link>
      </p>
    </div>
  )
}
