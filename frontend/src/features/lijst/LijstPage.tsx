import { Link, useLocation } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import aanbodTexts from '@/i18n/nl/aanbod.json'
import lijstTexts from '@/i18n/nl/lijst.json'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { decodeList } from '@/lib/bewaarlijst/fragment'
import { useHydrated } from '@/lib/navigation/useHydrated'
import { NeedsScript } from './NeedsScript'
import { SharedItems } from './SharedItems'
import './lijst.css'

alsoSay(aanbodTexts, lijstTexts)

/** A list that somebody sent. It stands in the address after '#', so only the browser knows it. */
export function LijstPage() {
  const { t } = useTranslation()
  const hash = useLocation({ select: (location) => location.hash })
  const decoded = useHydrated() ? decodeList(hash) : undefined
  return (
    <div className="sk-container sk-lijst">
      {decoded && 'fault' in decoded ? (
        <Unreadable fault={decoded.fault} />
      ) : (
        <>
          <header className="sk-lijst__head">
            <PageHeading title={t('lijst.ontvangen.titel')}>
              {t('lijst.ontvangen.titel')}
            </PageHeading>
          </header>
          <NeedsScript />
          {decoded && <SharedItems list={decoded.list} />}
        </>
      )}
    </div>
  )
}

function Unreadable({ fault }: { fault: 'leeg' | 'kapot' | 'nieuwer' }) {
  const { t } = useTranslation()
  const title = t('lijst.ontvangen.onleesbaar')
  return (
    <div className="sk-lijst__empty">
      <PageHeading title={title}>{title}</PageHeading>
      <Paragraph>{t(`lijst.ontvangen.${fault}`)}</Paragraph>
      <Link to="/zoeken" className="ams-button ams-button--primary">
        {t('nietGevonden.zoeken')}
      </Link>
    </div>
  )
}
