import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { LoadError } from '@/components/LoadError'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { koppelingQuery, type Invoer } from './invoer'
import { MappingForm } from './MappingForm'

interface Props {
  invoer: Invoer
  /** The worker was asked to look what would happen. */
  onAsked: () => void
}

/** Which column is what; a form as soon as the guess is there. */
export function Mapping({ invoer, onAsked }: Props) {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(koppelingQuery(invoer.id))
  if (data)
    return <MappingForm key={invoer.id} invoer={invoer} koppeling={data} onAsked={onAsked} />
  if (error) return <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
  return (
    <div aria-busy="true">
      <span className="ams-visually-hidden">{t('mijn.invoer.bezig')}</span>
      <ResultSkeleton count={3} />
    </div>
  )
}
