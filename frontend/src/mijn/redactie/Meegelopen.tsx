import { useTranslation } from '@/i18n'
import type { TeBeoordelen } from '@/lib/api/types'

/** That what changes in a copy is on the map already, with what it is a copy of. */
export function Meegelopen({ item: { meegelopen } }: { item: TeBeoordelen }) {
  const { t } = useTranslation()
  if (!meegelopen) return null
  const { origineel, geheel } = meegelopen
  const waar = origineel.wijken.length > 0 ? ` (${origineel.wijken.join(', ')})` : ''
  return (
    <p className="sk-small">
      {t(geheel ? 'redactie.meegelopen.geheel' : 'redactie.meegelopen.deels', {
        naam: origineel.titel + waar,
      })}
    </p>
  )
}
