import { Undo2 } from 'lucide-react'
import { useTranslation, type TextKey, type Translate } from '@/i18n'
import texts from '@/i18n/nl/mijnHistorie.json'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { HistorieRegel } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { Verschillen } from '../redactie/Verschillen'
import { useRestore } from './historie'

interface Props {
  regel: HistorieRegel
  aanbodId: string
  versie: number
}

/** One thing that happened, and a press that puts back what stood there before it. */
export function Regel({ regel, aanbodId, versie }: Props) {
  const { t } = useTranslation()
  const { mutate, isPending, error, data } = useRestore(aanbodId, versie)
  return (
    <li className="sk-historie__regel">
      <div>
        <Heading level={2} size="level-5" id={`regel-${regel.id}`}>
          {t(wordsFor(regel.handeling))}
        </Heading>
        <When regel={regel} />
      </div>
      {regel.reden && (
        <Notice>
          <p>{t('historie.reden')}</p>
          <p className="sk-historie__quote">{regel.reden}</p>
        </Notice>
      )}
      {regel.verschillen.length > 0 && <Verschillen verschillen={regel.verschillen} />}
      {regel.herstelbaar && (
        <Button
          variant="secondary"
          aria-disabled={isPending}
          aria-describedby={`regel-${regel.id}`}
          onClick={() => {
            if (!isPending) mutate(regel.id)
          }}
        >
          <Undo2 className="sk-icon" />
          {t(isPending ? 'historie.bezig' : 'historie.zetTerug')}
        </Button>
      )}
      <div role="status">
        {data && (
          <Notice>
            <p>{t(data.waits ? 'historie.wacht' : 'historie.teruggezet')}</p>
          </Notice>
        )}
      </div>
      <div role="alert">
        {error && (
          <Notice kind="wrong">
            <p>{faultOf(error, t)}</p>
          </Notice>
        )}
      </div>
    </li>
  )
}

function When({ regel: { op, wie, naam, wijze } }: { regel: HistorieRegel }) {
  const { t, language } = useTranslation()
  const moment = localTime(new Date(op))
  const dag = formatDay(moment.day, language, A_DAY)
  const who = naam && wie !== 'jij' ? t('historie.wieNaam', { naam }) : t(`historie.wie.${wie}`)
  const way =
    wijze === 'telefoon' || wijze === 'mail' || wijze === 'bron'
      ? [t(`historie.wijze.${wijze}`)]
      : []
  return (
    <p className="sk-small sk-muted">
      <time dateTime={op}>{t('historie.op', { dag, tijd: digits(moment, t) })}</time>
      {[who, ...way].map((words) => ` · ${words}`)}
    </p>
  )
}

/** The history may come to know more than this page does. */
function wordsFor(handeling: string): TextKey {
  const known = handeling in texts.historie.handeling
  return `historie.handeling.${known ? handeling : 'anders'}` as TextKey
}

function faultOf(error: Error, t: Translate): string {
  if (error instanceof ServerUnreachable) return t('fout.onbereikbaarUitleg')
  if (!(error instanceof ApiProblem) || error.status >= 500) return t('fout.mislukteUitleg')
  return error.fouten.length > 0 ? t('historie.kanNiet') : error.message
}

const A_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
