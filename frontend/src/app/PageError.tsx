import type { ErrorComponentProps } from '@tanstack/react-router'
import { LoadError } from '@/components/LoadError'
import { ServerUnreachable } from '@/lib/api/errors'

/**
 * A page that broke while it was loading or drawing. The usual cause is code that could not be
 * fetched, because the network is away or a new version took the place of this one; a fresh load
 * mends both.
 */
export function PageError({ error: thrown }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const isLoading = /import|module|fetch/i.test(error.message)
  return (
    <div className="sk-container">
      <LoadError
        error={isLoading ? new ServerUnreachable({ cause: error }) : error}
        onRetry={() => {
          window.location.reload()
        }}
      />
    </div>
  )
}
