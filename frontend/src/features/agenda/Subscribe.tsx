import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { SubscribeLink } from '@/components/kalender/SubscribeLink'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { withoutDays } from '@/lib/zoekvraag/periode'

/** This agenda, with its filters and without its days, in somebody's own agenda. */
export function Subscribe({ vraag }: { vraag: Agendavraag }) {
  const { t } = useTranslation()
  return (
    <section className="sk-agenda__subscribe" aria-labelledby="abonneer">
      <Heading level={2} size="level-3" id="abonneer">
        {t('agenda.abonneer')}
      </Heading>
      <p>{t('agenda.abonneerUitleg')}</p>
      <SubscribeLink path={`/api/v1/agenda/kalender.ics${formatQueryString(withoutDays(vraag))}`} />
    </section>
  )
}
