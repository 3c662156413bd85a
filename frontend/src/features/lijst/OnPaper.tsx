import { useTranslation } from '@/i18n'
import { QrCode } from '@/components/QrCode'
import type { Aanbod } from '@/lib/api/types'
import { addressOf } from './addressOf'

/** What the booklet has more than the screen: the first time, and the way to the page itself. */
export function OnPaper({ aanbod: { slug, eersteKeer } }: { aanbod: Aanbod }) {
  const { t, code } = useTranslation()
  const address = addressOf(code, `/aanbod/${slug}`)
  return (
    <div className="sk-item__paper" data-paper>
      <QrCode address={address} />
      <div>
        {eersteKeer && (
          <p>
            <strong>{t('aanbod.eersteKeer')}:</strong> {eersteKeer}
          </p>
        )}
        <p className="sk-item__address">{address.replace(/^https?:\/\//, '')}</p>
      </div>
    </div>
  )
}
