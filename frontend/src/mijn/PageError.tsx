import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ServerUnreachable } from '@/lib/api/errors'
import './page.css'

/** A page whose code could not be fetched, or that broke: a fresh load mends the first. */
export function PageError({ error: thrown }: ErrorComponentProps) {
  const { t } = useTranslation()
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const isLoading = /import|module|fetch/i.test(error.message)
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('fout.mislukt')}>{t('mijn.titel')}</PageHeading>
      <LoadError
        error={isLoading ? new ServerUnreachable({ cause: error }) : error}
        onRetry={() => {
          window.location.reload()
        }}
      />
    </div>
  )
}
