import { getRouteApi, Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/wijk.json'
import { NotFound } from '@/components/NotFound'
import { PageHeading } from '@/components/PageHeading'
import { QuestionPart } from '@/components/QuestionPart'
import { WijkLocator } from '@/components/WijkLocator'
import { config } from '@/lib/config'
import { useNow } from '@/lib/dates/now'
import { findOutline } from '@/lib/wijken/outlines'
import { useLabels } from '@/lib/wording/labels'
import { wijkParts } from './parts'
import './WijkPage.css'

alsoSay(texts)

const route = getRouteApi('/wijken/$slug')

/** What there is round the corner. */
export function WijkPage() {
  const { t } = useTranslation()
  const labelOf = useLabels()
  const now = useNow()
  const wijk = findOutline(route.useParams().slug)
  if (!wijk) {
    return (
      <NotFound title={t('wijk.nietGevonden')} text={t('wijk.nietGevondenUitleg')}>
        <Link to="/" hash="wijken" className="ams-link">
          {t('wijk.kies')}
        </Link>
      </NotFound>
    )
  }
  return (
    <div className="sk-container sk-wijk">
      <header className="sk-wijk__head">
        <div>
          <PageHeading title={wijk.naam}>{t('wijk.titel', { wijk: wijk.naam })}</PageHeading>
          <p>{t('wijk.inleiding', { wijk: wijk.naam, gemeente: config.gemeente })}</p>
          <p>
            <Link to="/zoeken" search={{ wijk: [wijk.slug] }} className="ams-link">
              {t('wijk.alles', { wijk: wijk.naam })}
            </Link>
          </p>
          <p>
            <Link to="/agenda" search={{ wijk: [wijk.slug] }} className="ams-link">
              {t('wijk.agenda', { wijk: wijk.naam })}
            </Link>
          </p>
        </div>
        <WijkLocator wijk={wijk.code} />
      </header>
      {wijkParts(wijk.slug, t).map((part) => (
        <QuestionPart
          key={part.titel}
          part={part}
          now={now}
          labelOf={labelOf}
          backTo={`/wijken/${wijk.slug}`}
        />
      ))}
    </div>
  )
}
