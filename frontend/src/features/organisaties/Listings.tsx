import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { ResultCard } from '@/components/ResultCard'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { useNow } from '@/lib/dates/now'
import { useLabels } from '@/lib/wording/labels'
import { aanbodVanOrganisatieQuery } from './aanbodVanOrganisatie'

export function Listings({ organisatie }: { organisatie: string }) {
  const { t } = useTranslation()
  const labelOf = useLabels()
  const now = useNow()
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    aanbodVanOrganisatieQuery(organisatie),
  )
  if (!data) {
    return error ? (
      <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <ResultSkeleton count={2} />
    )
  }
  const listings = data.pages.flatMap(({ resultaten }) => resultaten)
  if (listings.length === 0) return <Paragraph>{t('organisatie.nogNiets')}</Paragraph>
  return (
    <>
      <ul className="sk-organisatie__list">
        {listings.map((aanbod) => (
          <li key={aanbod.id}>
            <ResultCard
              aanbod={aanbod}
              shown={listings}
              now={now}
              labelOf={labelOf}
              headingLevel={3}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="secondary"
          disabled={isFetching}
          className="sk-script"
          onClick={() => void fetchNextPage()}
        >
          {t('organisatie.meer')}
        </Button>
      )}
    </>
  )
}
