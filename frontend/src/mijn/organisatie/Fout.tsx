import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import { saidOf } from './leden'

/** What went wrong, in the server's own words when it has them. */
export function Fout({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  const said = error && saidOf(error)
  return (
    <div role="alert">
      {said && (
        <Notice kind="wrong">
          <p>{typeof said === 'string' ? t(said) : said.said}</p>
        </Notice>
      )}
    </div>
  )
}
