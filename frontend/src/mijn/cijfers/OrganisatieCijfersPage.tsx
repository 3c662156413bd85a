import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnCijfers.json'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { OrganisatieBereik } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { downloadCsv } from '../csv'
import { Link } from '../Link'
import { NotFoundPage } from '../NotFoundPage'
import { asCsv, isNotThere, organisatieBereikQuery, SOORTEN, useWording } from './cijfers'
import { HoeTellen } from './HoeTellen'
import { MaandKeuze } from './MaandKeuze'
import { Tabel } from './Tabel'
import '../page.css'
import './cijfers.css'

alsoSay(texts)

/** What all listings of an organisation brought in one month, each by itself. */
export function OrganisatieCijfersPage() {
  const { t } = useTranslation()
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  // What was there stays until the chosen month comes, also when that fails.
  const [chosen, setChosen] = useState<{ maand: string; before: OrganisatieBereik }>()
  const { data, error, isFetching, refetch } = useQuery(organisatieBereikQuery(id, chosen?.maand))
  const shown = data ?? chosen?.before
  if (isNotThere(error)) return <NotFoundPage />
  return (
    <div className="sk-container sk-mijn sk-cijfers">
      <Link to="/mijn" className="ams-link sk-cijfers__weg">
        {t('cijfers.terug')}
      </Link>
      <PageHeading title={t('cijfers.organisatie.kop')}>{t('cijfers.organisatie.kop')}</PageHeading>
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {shown && (
        <Overzicht
          bereik={shown}
          onMaand={(maand) => {
            setChosen({ maand, before: shown })
          }}
        />
      )}
      {!shown && !error && <ResultSkeleton count={2} />}
    </div>
  )
}

interface Props {
  bereik: OrganisatieBereik
  onMaand: (maand: string) => void
}

function Overzicht({ bereik, onMaand }: Props) {
  const { t } = useTranslation()
  const say = useWording()
  const thisMonth = localTime(useNow()).day.slice(0, 7)
  const { resultaten, maanden, drempel } = bereik
  const maand = say.maand(bereik.maand)
  const most = resultaten[0]
  if (!most) {
    return (
      <>
        <Paragraph>{t('cijfers.organisatie.leeg')}</Paragraph>
        <HoeTellen drempel={drempel} />
      </>
    )
  }
  return (
    <>
      {bereik.bron === 'demo' && (
        <Notice>
          <p>{t('cijfers.demo')}</p>
        </Notice>
      )}
      <MaandKeuze
        maanden={maanden.includes(bereik.maand) ? maanden : [bereik.maand, ...maanden]}
        maand={bereik.maand}
        loopt={thisMonth}
        onChange={onMaand}
      />
      <p className="sk-cijfers__zin">
        {most.geopend.aantal
          ? t('cijfers.organisatie.zin', {
              ...{ maand, titel: most.titel, keer: say.keer(most.geopend) },
            })
          : t('cijfers.organisatie.geen', { maand })}
      </p>
      <Listings bereik={bereik} />
      <Button
        variant="secondary"
        className="sk-cijfers__weg"
        onClick={() => {
          const kinds = SOORTEN.map((soort) => t(`cijfers.soort.${soort}`))
          const heads = [t('cijfers.organisatie.kolom'), ...kinds]
          downloadCsv(`cijfers-${bereik.maand}.csv`, asCsv(resultaten, heads, say.getal))
        }}
      >
        {t('cijfers.organisatie.csv')}
      </Button>
      <HoeTellen drempel={drempel} />
    </>
  )
}

function Listings({ bereik: { naam, maand, resultaten } }: { bereik: OrganisatieBereik }) {
  const { t } = useTranslation()
  const say = useWording()
  return (
    <Tabel
      id="overzicht"
      titel={t('cijfers.organisatie.tabel', { naam, maand: say.maand(maand) })}
      kolom={t('cijfers.organisatie.kolom')}
      rijen={resultaten.map((one) => ({
        key: one.id,
        kop: (
          <Link to="/mijn/aanbod/$id/cijfers" params={{ id: one.id }} className="ams-link">
            {one.titel}
          </Link>
        ),
        getallen: one,
      }))}
    />
  )
}
