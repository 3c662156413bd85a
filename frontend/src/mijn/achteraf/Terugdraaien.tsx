import { useTranslation } from '@/i18n'
import type { Nakijkpunt } from '@/lib/api/types'
import { Fault } from '../redactie/QueueItem'
import { RedenForm } from '../redactie/RedenForm'
import { useTurnBack, type Uitkomst } from './achteraf'

interface Props {
  punt: Nakijkpunt
  onDone: (uitkomst: Uitkomst) => void
  onCancel: () => void
  onRefresh: () => void
}

/** Why something goes back to what it was. */
export function Terugdraaien({ punt, onDone, onCancel, onRefresh }: Props) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useTurnBack(punt, onDone)
  const isNew = punt.soort === 'nieuw'
  return (
    <>
      <RedenForm
        vraag={t(isNew ? 'achteraf.terug.vraagNieuw' : 'achteraf.terug.vraag')}
        hulp={t('achteraf.terug.hulp')}
        stuur={t(isNew ? 'achteraf.terug.stuurNieuw' : 'achteraf.terug.stuur')}
        busy={isPending}
        onSend={mutate}
        onCancel={onCancel}
      />
      <div role="alert">{error && <Fault error={error} onRefresh={onRefresh} />}</div>
    </>
  )
}
