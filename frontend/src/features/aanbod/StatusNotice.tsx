import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { Notice } from '@/components/Notice'
import type { Aanbod } from '@/lib/api/types'
import { closedNow, closedSoon, closedText } from '@/lib/wording/when'

/** What would spoil the trip: it stopped, or it is closed now. */
export function StatusNotice({ aanbod, now }: { aanbod: Aanbod; now: Date }) {
  const { t, language } = useTranslation()
  const heen = aanbod.verwijstNaar
  if (aanbod.status === 'gestopt') {
    return (
      <Notice kind="attention">
        <p>
          <strong>{t('aanbod.gestopt')}</strong>{' '}
          {t(heen ? 'aanbod.gestoptHeen' : 'aanbod.gestoptUitleg')}
        </p>
        {heen && (
          <p>
            <Link to="/aanbod/$slug" params={{ slug: heen.slug }} className="ams-link">
              <Dutch>{heen.titel}</Dutch>
            </Link>
            <br />
            {t('aanbod.door')} <Dutch>{heen.organisatie.naam}</Dutch>
          </p>
        )}
        <Link to="/zoeken" search={alike(aanbod)} className="ams-link">
          {t('aanbod.zoekSoortgelijk')}
        </Link>
      </Notice>
    )
  }
  const closed = closedNow(aanbod, now)
  const sluiting = closed ?? closedSoon(aanbod, now)
  if (sluiting) {
    return (
      <Notice kind={closed ? 'attention' : 'info'}>
        <p>
          <strong>
            {closedText(sluiting, now, t, language)}
            {sluiting.reden && (
              <>
                : <Dutch>{sluiting.reden}</Dutch>
              </>
            )}
          </strong>
        </p>
      </Notice>
    )
  }
  return null
}

function alike({ themas }: Aanbod) {
  const thema = themas[0]
  return thema ? { thema: [thema] } : {}
}
