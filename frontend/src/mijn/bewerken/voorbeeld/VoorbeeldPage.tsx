import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import aanbodTexts from '@/i18n/nl/aanbod.json'
import gatTexts from '@/i18n/nl/gat.json'
import texts from '@/i18n/nl/mijnBewerken.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { WijkOutlines } from '@/components/WijkOutlines'
import { AanbodDetail } from '@/features/aanbod/AanbodDetail'
import { ApiProblem } from '@/lib/api/errors'
import { config } from '@/lib/config'
import { announce } from '@/lib/navigation/announce'
import { Link } from '@/mijn/Link'
import { NotFoundPage } from '@/mijn/NotFoundPage'
import { voorbeeldQuery } from '../bewerken'
import { Opties } from '../velden/Opties'
import { Venster } from './Venster'
import '@/mijn/page.css'
import '../bewerken.css'
import './voorbeeld.css'

alsoSay(texts, aanbodTexts, gatTexts)

const SCREENS = {
  telefoon: { width: 360, height: 740 },
  computer: { width: 1280, height: 900 },
} as const
const NAMES = ['telefoon', 'computer'] as const

/** The page of a listing as residents would get it, drawn by what draws theirs. */
export function VoorbeeldPage() {
  const { t } = useTranslation()
  // The router's own types know the addresses of residents.
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  const [screen, setScreen] = useState<keyof typeof SCREENS>('telefoon')
  const { data, error, isFetching, refetch } = useQuery(voorbeeldQuery(id))
  if (error instanceof ApiProblem && error.status < 500) return <NotFoundPage />
  return (
    <div className="sk-container sk-mijn sk-bewerk sk-voorbeeld">
      <p>
        <Link to="/mijn/aanbod/$id" params={{ id }} className="ams-link">
          {t('bewerk.zo.terug')}
        </Link>
      </p>
      <PageHeading title={t('bewerk.zo.titel')}>{t('bewerk.zo.titel')}</PageHeading>
      <Paragraph>{t('bewerk.zo.uitleg')}</Paragraph>
      <Opties
        id="scherm"
        label={t('bewerk.zo.scherm')}
        options={NAMES.map((code) => ({ code, label: t(`bewerk.zo.${code}`) }))}
        chosen={[screen]}
        required
        onChoose={([code]) => {
          setScreen(code === 'computer' ? code : 'telefoon')
        }}
      />
      {data && (
        <Venster
          key={screen}
          title={t(`bewerk.zo.${screen}`)}
          {...SCREENS[screen]}
          onPress={() => {
            announce(t('bewerk.zo.doetNiets'))
          }}
        >
          <WijkOutlines />
          <main>
            <AanbodDetail aanbod={data} />
          </main>
          <OwnTitle title={t('bewerk.zo.titel')} />
        </Venster>
      )}
      {error && <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />}
    </div>
  )
}

/** The page that is shown names the tab too; this comes after it, and says where somebody is. */
function OwnTitle({ title }: { title: string }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} – ${t('site.naam', { gemeente: config.gemeente })}`
  }, [title, t])
  return null
}
