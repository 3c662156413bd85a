import { Link } from '@tanstack/react-router'
import { Bookmark } from 'lucide-react'
import { alsoSay, useTranslation } from '@/i18n'
import aanbodTexts from '@/i18n/nl/aanbod.json'
import lijstTexts from '@/i18n/nl/lijst.json'
import { Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { useBewaarlijst, useIsRefused } from '@/lib/bewaarlijst/bewaarlijst'
import { useHydrated } from '@/lib/navigation/useHydrated'
import { MyList } from './MyList'
import { NeedsScript } from './NeedsScript'
import { Undo } from './Undo'
import { useRemoval } from './useRemoval'
import './lijst.css'

alsoSay(aanbodTexts, lijstTexts)

/** What the visitor saved, from this browser alone. The server draws only the frame. */
export function MijnLijstPage() {
  const { t } = useTranslation()
  const list = useBewaarlijst()
  const refused = useIsRefused()
  const removal = useRemoval()
  const known = useHydrated()
  return (
    <div className="sk-container sk-lijst">
      <header className="sk-lijst__head">
        <PageHeading title={t('lijst.titel')}>{t('lijst.titel')}</PageHeading>
        <p className="sk-muted sk-noprint">{t('lijst.uitleg')}</p>
        {refused && (
          <Notice kind="attention">
            <p>{t('lijst.geweigerd')}</p>
          </Notice>
        )}
      </header>
      <NeedsScript />
      {known && list.length > 0 && <MyList list={list} removal={removal} />}
      {known && list.length === 0 && (
        <>
          {removal.taken && <Undo removal={removal} />}
          <Empty />
        </>
      )}
    </div>
  )
}

function Empty() {
  const { t } = useTranslation()
  return (
    <div className="sk-lijst__empty">
      <Bookmark className="sk-lijst__sign" />
      <Paragraph>{t('lijst.leeg')}</Paragraph>
      <Link to="/zoeken" className="ams-button ams-button--primary">
        {t('nietGevonden.zoeken')}
      </Link>
    </div>
  )
}
