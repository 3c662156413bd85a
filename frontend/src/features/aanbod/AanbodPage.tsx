import { getRouteApi, Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import aanbodTexts from '@/i18n/nl/aanbod.json'
import gatTexts from '@/i18n/nl/gat.json'
import { LoadError } from '@/components/LoadError'
import { NotFound } from '@/components/NotFound'
import { isNotFound } from '@/lib/api/errors'
import { AanbodDetail } from './AanbodDetail'
import { AanbodSkeleton } from './AanbodSkeleton'
import { useAanbod } from './aanbodQuery'
import { useBereik } from './bereik'

alsoSay(aanbodTexts, gatTexts)

const route = getRouteApi('/aanbod/$slug')

export function AanbodPage() {
  const { t } = useTranslation()
  const { slug } = route.useParams()
  const { data, error, isFetching, refetch } = useAanbod(slug)
  useBereik(data)
  if (isNotFound(error)) {
    return (
      <NotFound title={t('aanbod.nietGevonden')} text={t('aanbod.nietGevondenUitleg')}>
        <Link to="/" className="ams-link">
          {t('nietGevonden.naarBegin')}
        </Link>
      </NotFound>
    )
  }
  if (data) return <AanbodDetail aanbod={data} />
  if (error) {
    return (
      <div className="sk-container">
        <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
      </div>
    )
  }
  return <AanbodSkeleton />
}
