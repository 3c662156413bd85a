import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnCijfers.json'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { Bereik } from '@/lib/api/types'
import { Link } from '../Link'
import { NotFoundPage } from '../NotFoundPage'
import { bereikQuery, isNotThere } from './cijfers'
import { HoeTellen } from './HoeTellen'
import { InWoorden } from './InWoorden'
import { Leeg } from './Leeg'
import { MaandKeuze } from './MaandKeuze'
import { Verloop } from './Verloop'
import { Vragen } from './Vragen'
import '../page.css'
import './cijfers.css'

alsoSay(texts)

/** What one listing brought: in words, then drawn, then with which words people came. */
export function CijfersPage() {
  const { t } = useTranslation()
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  const { data, error, isFetching, refetch } = useQuery(bereikQuery(id))
  if (isNotThere(error)) return <NotFoundPage />
  return (
    <div className="sk-container sk-mijn sk-cijfers">
      <Link to="/mijn" className="ams-link sk-cijfers__weg">
        {t('cijfers.terug')}
      </Link>
      <PageHeading title={t('cijfers.titel')}>
        {data ? t('cijfers.kop', { titel: data.titel }) : t('cijfers.titel')}
      </PageHeading>
      {data && <Cijfers bereik={data} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={2} />}
    </div>
  )
}

function Cijfers({ bereik }: { bereik: Bereik }) {
  const { t } = useTranslation()
  const { maanden, drempel, organisatieId } = bereik
  const [chosen, setChosen] = useState<string>()
  // The last whole month, as of the one that runs there is little yet.
  const first = maanden.length > 1 ? 1 : 0
  const found = maanden.findIndex(({ maand }) => maand === chosen)
  const place = found < 0 ? first : found
  const shown = maanden[place]
  if (!shown) return <Leeg bereik={bereik} />
  return (
    <>
      {bereik.bron === 'demo' && (
        <Notice>
          <p>{t('cijfers.demo')}</p>
        </Notice>
      )}
      <MaandKeuze
        maanden={maanden.map(({ maand }) => maand)}
        maand={shown.maand}
        loopt={maanden[0]?.maand}
        onChange={setChosen}
      />
      <InWoorden bereik={shown} vorige={maanden[place + 1]} loopt={place === 0} />
      <Vragen bereik={shown} drempel={drempel} />
      <Verloop maanden={maanden} tot={place} />
      <HoeTellen drempel={drempel} />
      <Link
        to="/mijn/organisaties/$id/cijfers"
        params={{ id: organisatieId }}
        className="ams-link sk-cijfers__weg"
      >
        {t('cijfers.alles')}
      </Link>
    </>
  )
}
