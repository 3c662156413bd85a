import { Printer } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button, Checkbox, Heading } from '@/components/ams'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { speakDay } from '@/lib/dates/speakTime'

interface Props {
  large: boolean
  onLarge: (large: boolean) => void
}

/** The list as a booklet. How it looks on paper is in lijst.css. */
export function PrintList({ large, onLarge }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="print" className="sk-lijst__part">
      <Heading level={2} size="level-4" id="print">
        {t('lijst.print.titel')}
      </Heading>
      <Checkbox
        checked={large}
        onChange={() => {
          onLarge(!large)
        }}
      >
        {t('lijst.print.groot')}
      </Checkbox>
      <Button
        variant="secondary"
        onClick={() => {
          window.print()
        }}
      >
        <Printer className="sk-icon" />
        {t('lijst.print.knop')}
      </Button>
    </section>
  )
}

/** Paper does not change with the times: it says how old it is. */
export function PrintedOn() {
  const { t, language } = useTranslation()
  const now = useNow()
  const dag = speakDay(localTime(now).day, now, language)
  return (
    <p className="sk-lijst__printed" data-paper>
      {t('lijst.print.op', { dag })}
    </p>
  )
}
