import { ChevronDown, Link2, Mail, MessageCircle, Printer, Share2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { QrCode } from '@/components/QrCode'
import { usePageAddress } from './usePageAddress'
import './Share.css'

/** Ways to give this page to somebody else, or to take it along. All by plain links or here. */
export function Share({ titel }: { titel: string }) {
  const { t } = useTranslation()
  const address = usePageAddress()
  const [qrOpen, setQrOpen] = useState(false)
  if (!address) return null
  const message = encodeURIComponent(`${titel}\n${address}`)
  return (
    <section className="sk-delen" aria-labelledby="delen">
      <Heading level={2} size="level-4" id="delen" className="sk-noprint">
        {t('delen.titel')}
      </Heading>
      <ul className="sk-delen__ways sk-noprint">
        <li>
          <CopyLink address={address} />
        </li>
        <li>
          <a href={`https://wa.me/?text=${message}`} rel="noreferrer" className="sk-delen__way">
            <MessageCircle className="sk-icon" />
            {t('delen.whatsapp')}
          </a>
        </li>
        <li>
          <a
            href={`mailto:?subject=${encodeURIComponent(titel)}&body=${message}`}
            className="sk-delen__way"
          >
            <Mail className="sk-icon" />
            {t('delen.email')}
          </a>
        </li>
        <li>
          <button
            type="button"
            className="sk-delen__way"
            onClick={() => {
              window.print()
            }}
          >
            <Printer className="sk-icon" />
            {t('delen.print')}
          </button>
        </li>
        <li>
          <button
            type="button"
            className="sk-delen__way"
            aria-expanded={qrOpen}
            aria-controls="qr-code"
            onClick={() => {
              setQrOpen(!qrOpen)
            }}
          >
            <ChevronDown className="sk-icon sk-delen__turn" />
            {t('delen.qr')}
          </button>
        </li>
        <MoreWays titel={titel} address={address} />
      </ul>
      {/* On paper it is always there, so that whoever reads that can see what holds today. */}
      <div id="qr-code" className="sk-delen__qr" data-open={qrOpen || undefined}>
        <QrCode address={address} label={t('delen.qrNaam', { titel })} />
        <div>
          <p className="sk-noprint">{t('delen.qrUitleg')}</p>
          <p className="sk-onlyprint">{t('delen.opPapier')}</p>
          <p className="sk-delen__address">{address}</p>
        </div>
      </div>
    </section>
  )
}

function CopyLink({ address }: { address: string }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<'gekopieerd' | 'nietGekopieerd' | null>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(address)
      setOutcome('gekopieerd')
    } catch {
      setOutcome('nietGekopieerd')
    }
  }

  return (
    <>
      <button type="button" className="sk-delen__way" onClick={() => void copy()}>
        <Link2 className="sk-icon" />
        {t('delen.kopieer')}
      </button>
      <p role="status" className="sk-small">
        {outcome && t(`delen.${outcome}`)}
        {outcome === 'nietGekopieerd' && ` ${address}`}
      </p>
    </>
  )
}

/** What the telephone itself offers, where a browser lets pages ask for it. */
function MoreWays({ titel, address }: { titel: string; address: string }) {
  const { t } = useTranslation()
  if (!('share' in navigator)) return null
  return (
    <li>
      <button
        type="button"
        className="sk-delen__way"
        onClick={() => {
          // Closing the sheet again rejects, which is no fault.
          navigator.share({ title: titel, url: address }).catch(() => undefined)
        }}
      >
        <Share2 className="sk-icon" />
        {t('delen.meer')}
      </button>
    </li>
  )
}
