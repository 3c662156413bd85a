import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { LoadError } from '@/components/LoadError'
import { NotFound } from '@/components/NotFound'
import { isNotFound } from '@/lib/api/errors'
import { AanbodDetail } from './AanbodDetail'
import { AanbodSkeleton } from './AanbodSkeleton'
import { useAanbod } from './aanbodQuery'

const route = getRouteApi('/aanbod/$slug')

export function AanbodPage() {
  const { t } = useTranslation()
  const { slug } = route.useParams()
  const { data, error, isFetching, refetch } = useAanbod(slug)
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
