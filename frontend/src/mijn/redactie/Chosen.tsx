import { ArrowLeft } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Paragraph } from '@/components/ams'
import type { TeBeoordelen } from '@/lib/api/types'
import { QueueItem } from './QueueItem'
import type { Uitspraak } from './redactie'
import { SAMEN } from './search'
import { Together } from './Together'

interface Props {
  chosen: string | undefined
  items: TeBeoordelen[]
  heading: Ref<HTMLHeadingElement>
  onBack: () => void
  onDecided: (item: TeBeoordelen, uitspraak: Uitspraak) => void
  onApproved: (items: TeBeoordelen[]) => void
  onRefresh: () => void
}

/** What was chosen from the list: one thing, or the small changes together. */
export function Chosen({ chosen, items, heading, onBack, ...acts }: Props) {
  const { t } = useTranslation()
  const item = items.find(({ aanbod }) => aanbod.id === chosen)
  return (
    <div className="sk-redactie__chosen">
      {chosen && (
        <Button variant="tertiary" className="sk-redactie__back" onClick={onBack}>
          <ArrowLeft className="sk-icon" />
          {t('redactie.terug')}
        </Button>
      )}
      {!chosen && items.length > 0 && <Paragraph>{t('redactie.kies')}</Paragraph>}
      {item && (
        <QueueItem
          // Another proposal about the same listing is another thing to decide about.
          key={item.aanbod.id + item.sinds}
          item={item}
          heading={heading}
          onDecided={acts.onDecided}
          onRefresh={acts.onRefresh}
        />
      )}
      {chosen === SAMEN && (
        <Together
          items={items.filter(({ samenGoedTeKeuren }) => samenGoedTeKeuren)}
          heading={heading}
          onApproved={acts.onApproved}
          onRefresh={acts.onRefresh}
        />
      )}
      {chosen && chosen !== SAMEN && !item && <Paragraph>{t('redactie.weg')}</Paragraph>}
    </div>
  )
}
