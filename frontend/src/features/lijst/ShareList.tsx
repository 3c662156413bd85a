import { Mail, MessageCircle, QrCode as QrIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Checkbox, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { LONGEST_ADDRESS, QrCode } from '@/components/QrCode'
import type { Aanbod } from '@/lib/api/types'
import type { Bewaarlijst } from '@/lib/bewaarlijst/bewaarlijst'
import { encodeList } from '@/lib/bewaarlijst/fragment'
import { personalIn } from '@/lib/bewaarlijst/personal'
import { standOf } from '@/lib/bewaarlijst/stand'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { addressOf } from './addressOf'
import { CopyLink } from './CopyLink'

interface Props {
  list: Bewaarlijst
  aanbodOf: (id: string) => Aanbod | null | undefined
}

/** Hands the list over as a link that holds the list itself, and nothing about a person. */
export function ShareList({ list, aanbodOf }: Props) {
  const { t, code } = useTranslation()
  const now = useNow()
  const [notes, setNotes] = useState(false)
  const noted = list.filter(({ notitie }) => notitie)
  const withNotes = notes && noted.length > 0
  const refused = withNotes ? noted.filter((item) => personalIn(item.notitie ?? '', now)) : []
  const items = list.map(({ id, stand, notitie }) => {
    // The receiver hears what changed from today on: the sender knows the rest.
    const aanbod = aanbodOf(id)
    const today = aanbod ? standOf(aanbod, now) : stand
    return { id, stand: today, ...(withNotes && notitie && { notitie }) }
  })
  const fragment = encodeList({ day: localTime(now).day, items })
  return (
    <section aria-labelledby="deel" className="sk-lijst__part">
      <Heading level={2} size="level-4" id="deel">
        {t('lijst.deel.titel')}
      </Heading>
      <p className="sk-small">{t('lijst.deel.uitleg')}</p>
      {noted.length > 0 && (
        <Checkbox
          checked={notes}
          onChange={() => {
            setNotes(!notes)
          }}
        >
          {t('lijst.deel.notities')}
        </Checkbox>
      )}
      <div role="status">
        {refused.map(({ id, titel, notitie }) => (
          <Notice key={id} kind="attention">
            <p>
              {t('lijst.deel.weiger', {
                titel,
                wat: t(`lijst.wat.${personalIn(notitie ?? '', now) ?? 'bsn'}`),
              })}
            </p>
          </Notice>
        ))}
      </div>
      {refused.length === 0 && <Ways address={`${addressOf(code, '/lijst')}#${fragment}`} />}
    </section>
  )
}

function Ways({ address }: { address: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const message = encodeURIComponent(`${t('lijst.deel.bericht')} ${address}`)
  const subject = encodeURIComponent(t('lijst.deel.onderwerp'))
  return (
    <div className="sk-ways">
      <CopyLink address={address} />
      <a href={`mailto:?subject=${subject}&body=${message}`} className="ams-link">
        <Mail className="sk-icon" />
        {t('lijst.deel.mail')}
      </a>
      {/* Opens the program itself: an address on the web would tell its maker the list. */}
      <a href={`whatsapp://send?text=${message}`} className="ams-link">
        <MessageCircle className="sk-icon" />
        {t('lijst.deel.whatsapp')}
      </a>
      <Button
        variant="tertiary"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <QrIcon className="sk-icon" />
        {t('lijst.deel.qr')}
      </Button>
      {open && (
        <div className="sk-ways__qr">
          <QrCode address={address} label={t('lijst.deel.qrLabel')} />
          <p className="sk-small">
            {t(address.length > LONGEST_ADDRESS ? 'lijst.deel.qrLang' : 'lijst.deel.qrUitleg')}
          </p>
        </div>
      )}
    </div>
  )
}
