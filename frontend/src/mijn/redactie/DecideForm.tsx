import { useTranslation } from '@/i18n'
import { config } from '@/lib/config'
import type { Uitspraak } from './redactie'
import { RedenForm } from './RedenForm'
import { SENTENCES } from './sentences'

export type Asked = Exclude<Uitspraak, 'goedgekeurd'>

interface Props {
  uitspraak: Asked
  busy: boolean
  onSend: (reden: string) => void
  onCancel: () => void
}

/** Why something comes back or is refused, with sentences that are ready. */
export function DecideForm({ uitspraak, busy, onSend, onCancel }: Props) {
  const { t } = useTranslation()
  const asks = uitspraak === 'teruggestuurd'
  return (
    <RedenForm
      vraag={t(asks ? 'redactie.reden.vraag' : 'redactie.reden.afwijzen')}
      hulp={t('redactie.reden.hulp')}
      stuur={t(asks ? 'redactie.reden.stuurVraag' : 'redactie.reden.stuurAfwijzing')}
      busy={busy}
      onSend={onSend}
      onCancel={onCancel}
      sentences={SENTENCES[uitspraak].map((key) => t(key, { gemeente: config.gemeente }))}
    />
  )
}
