import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { Link } from '../Link'
import type { Uitkomst } from './aansluiten'

/** What came of it, and where to go from here. */
export function Klaar({ uitkomst, naam }: { uitkomst: Uitkomst; naam: string }) {
  const { t } = useTranslation()
  const title = t('aansluiten.welkom', { naam })
  const what = uitkomst.uitkomst
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={title}>{title}</PageHeading>
      <Paragraph>{t(`aansluiten.${what}`, { naam: uitkomst.organisatie.naam })}</Paragraph>
      {what === 'nieuw' && <Paragraph>{t('aansluiten.nieuwUitleg')}</Paragraph>}
      {what === 'nieuw' && (
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
        <Link to="/mijn" className="ams-link sk-read-mail">
          {t('aansluiten.naarAanbod')}
        </Link>
      </p>
    </div>
  )
}
