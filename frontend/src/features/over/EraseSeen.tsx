import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { eraseSeen } from '@/lib/offline/eraseSeen'

/** Somebody at a computer that others use too can take away which pages were seen there. */
export function EraseSeen() {
  const { t } = useTranslation()
  const [erased, setErased] = useState(false)
  return (
    <div className="sk-script sk-over__erase">
      <Button
        variant="secondary"
        onClick={() => {
          void eraseSeen().then(() => {
            setErased(true)
          })
        }}
      >
        {t('over.bekeken.wis')}
      </Button>
      <p role="status">{erased && t('over.bekeken.gewist')}</p>
    </div>
  )
}
