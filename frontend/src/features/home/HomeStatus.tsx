import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import type { Zoekresultaat } from '@/lib/api/types'
import { config } from '@/lib/config'

/** What is wrong, if anything: the server is away, or there are no listings yet. */
export function HomeStatus({ counts }: { counts: UseQueryResult<Zoekresultaat> }) {
  const { t } = useTranslation()
  if (counts.isError) {
    return (
      <LoadError
        error={counts.error}
        busy={counts.isFetching}
        onRetry={() => void counts.refetch()}
      />
    )
  }
  if (counts.data?.totaal === 0) {
    return (
      <Notice>
        <p>
          <strong>{t('leeg.titel', { gemeente: config.gemeente })}</strong> {t('leeg.uitleg')}
        </p>
      </Notice>
    )
  }
  return null
}
