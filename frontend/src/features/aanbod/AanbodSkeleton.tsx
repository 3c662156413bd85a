import { useTranslation } from '@/i18n'
import { ResultSkeleton } from '@/components/ResultSkeleton'

export function AanbodSkeleton() {
  const { t } = useTranslation()
  return (
    <div className="sk-container">
      <p role="status" className="ams-visually-hidden">
        {t('aanbod.laden')}
      </p>
      <ResultSkeleton count={3} />
    </div>
  )
}
