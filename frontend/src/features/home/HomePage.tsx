import { useNavigate } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/home.json'
import { Band } from '@/components/Band'
import { PageHeading } from '@/components/PageHeading'
import { SearchCombobox } from '@/components/SearchCombobox'
import { Paragraph } from '@/components/ams'
import { useZoeken } from '@/lib/api/zoeken'
import type { Suggestie } from '@/lib/api/types'
import { config } from '@/lib/config'
import { findOutline } from '@/lib/wijken/outlines'
import { AmbitieSigns } from './AmbitieSigns'
import { Doen } from './Doen'
import { HomeStatus } from './HomeStatus'
import { QuickEntries } from './QuickEntries'
import { RecentSearches } from './RecentSearches'
import { Situations } from './Situations'
import { WijkChooser } from './WijkChooser'
import './HomePage.css'

alsoSay(texts)

/** Only the counts are wanted, so the smallest page of results will do. */
const COUNTS = { pageSize: 1 }

export function HomePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const counts = useZoeken(COUNTS)
  // On an empty map every theme leads nowhere; then they are all shown, as an outline of it.
  const facetten = counts.data?.totaal ? counts.data.facetten : undefined

  function choose({ soort, slug, code, titel }: Suggestie) {
    if (soort === 'aanbod' && slug) return navigate({ to: '/aanbod/$slug', params: { slug } })
    if (soort === 'organisatie' && slug)
      return navigate({ to: '/organisaties/$slug', params: { slug } })
    if (soort === 'thema' && code) return navigate({ to: '/zoeken', search: { thema: [code] } })
    const wijk = soort === 'wijk' ? findOutline(code ?? slug) : undefined
    if (wijk) return navigate({ to: '/zoeken', search: { wijk: [wijk.slug] } })
    return navigate({ to: '/zoeken', search: { q: titel } })
  }

  return (
    <>
      <Band className="sk-hero">
        <div className="sk-hero__search">
          <PageHeading title="" className="sk-hero__title">
            {t('home.titel', { gemeente: config.gemeente })}
          </PageHeading>
          <Paragraph className="sk-hero__lead">{t('home.inleiding')}</Paragraph>
          <SearchCombobox
            label={t('zoeken.label')}
            onSearch={(q) => void navigate({ to: '/zoeken', search: q ? { q } : {} })}
            onChoose={(suggestie) => void choose(suggestie)}
          />
          <QuickEntries />
          <RecentSearches />
        </div>
        <Doen />
      </Band>
      <div className="sk-container sk-home">
        <HomeStatus counts={counts} />
        <AmbitieSigns counts={facetten?.thema} />
        <Situations />
        <WijkChooser counts={facetten?.wijk} />
      </div>
    </>
  )
}
