import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import { beoordelingQuery } from './bewerken'

/** What waits at the redactie, or what it asked: the first thing to know before writing on. */
export function Beoordeeld({ id, gecontroleerd }: { id: string; gecontroleerd: boolean }) {
  const { t } = useTranslation()
  const { data } = useQuery(beoordelingQuery(id))
  if (!gecontroleerd) {
    return (
      <Notice>
        <p>{t('bewerk.beoordeling.ongecontroleerd')}</p>
      </Notice>
    )
  }
  if (!data) return null
  const { wacht, laatsteBesluit: last } = data
  if (wacht) {
    const text =
      wacht === 'nieuw' ? 'bewerk.beoordeling.wachtNieuw' : 'bewerk.beoordeling.wachtWijziging'
    return (
      <Notice>
        <p>{t(text)}</p>
      </Notice>
    )
  }
  if (!last?.reden || (last.besluit !== 'teruggestuurd' && last.besluit !== 'afgewezen'))
    return null
  return (
    <Notice kind="attention">
      <p>
        <strong>{t(`bewerk.beoordeling.${last.besluit}`)}</strong>
      </p>
      {last.reden.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  )
}
