import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'

/** What the server says of a refusal, or that it did not work; a place that is there before that. */
export function Fault({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      {error && (
        <Notice kind="wrong">
          <p>
            {error instanceof ApiProblem && error.status < 500
              ? error.message
              : t('plekken.mislukt')}
          </p>
        </Notice>
      )}
    </div>
  )
}
