import { RotateCw } from 'lucide-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation, type Translate } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'
import type { MomentVooruitblik } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { digits, type Keer } from '@/lib/dates/speakTime'
import { capitalised } from '@/lib/wording/capitalised'

const SHOWN = 6
/** What stops residents from coming is said louder than what is merely good to know. */
const CALM = new Set<Remark>(['zonder-einde'])
type Remark = MomentVooruitblik['opmerkingen'][number]

/** The proof under a moment: the sentence and the dates that residents will see. */
export function Vooruitblik({ asked }: { asked: UseQueryResult<MomentVooruitblik | null> }) {
  const { t, language } = useTranslation()
  const { data, error, isFetching, isPlaceholderData, refetch } = asked
  if (error) return <Refused error={error} busy={isFetching} onRetry={() => void refetch()} />
  if (!data) return <p className="sk-small sk-muted">{t('momenten.bezig')}</p>
  const { tekst, opmerkingen } = data
  const loud = opmerkingen.filter((remark) => !CALM.has(remark))
  return (
    <div aria-busy={isPlaceholderData} className="sk-vooruitblik__says">
      <p className="sk-vooruitblik__tekst">{capitalised(tekst, language)}</p>
      {loud.map((remark) => (
        <Notice key={remark} kind="attention">
          <p>{t(`momenten.opmerking.${remark}`)}</p>
        </Notice>
      ))}
      <Dates blik={data} />
      {opmerkingen
        .filter((remark) => CALM.has(remark))
        .map((remark) => (
          <p key={remark} className="sk-small sk-muted">
            {t(`momenten.opmerking.${remark}`)}
          </p>
        ))}
    </div>
  )
}

function Dates({ blik: { komende, vervallen, eerstvolgende } }: { blik: MomentVooruitblik }) {
  const { t, language } = useTranslation()
  const off = new Set(vervallen)
  const all = [...komende, ...vervallen].sort((one, other) => when(one).localeCompare(when(other)))
  const shown = all.slice(0, SHOWN)
  const more = komende.filter((keer) => !shown.includes(keer)).length
  if (all.length === 0) {
    if (!eerstvolgende) return null
    const dag = formatDay(eerstvolgende.dag, language, WITH_YEAR)
    return <p className="sk-small">{t('momenten.eerstvolgende', { dag })}</p>
  }
  return (
    <>
      <ul className="sk-vooruitblik__dates">
        {shown.map((keer) => (
          <li key={when(keer)}>
            {off.has(keer) ? (
              <>
                <del>{spoken(keer, t, language)}</del> {t('momenten.nietDoor')}
              </>
            ) : (
              spoken(keer, t, language)
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="sk-small sk-muted">{t('momenten.enVerder', { count: more })}</p>}
    </>
  )
}

const when = ({ dag, van }: Keer) => `${dag}${van ?? ''}`

/** "dinsdag 1 december 19.00 – 21.00 uur": the clock as it is on that day, summer or winter. */
function spoken({ dag, van, tot }: Keer, t: Translate, language: string): string {
  const day = formatDay(dag, language, A_DAY)
  if (!van) return day
  const from = digits(localTime(new Date(van)), t)
  if (!tot) return `${day}, ${from}`
  const end = localTime(new Date(tot))
  const midnight = end.hour === 0 && end.minute === 0
  const until = midnight ? t('momenten.middernacht') : digits(end, t)
  return `${day}, ${t('tijd.vanTot', { van: from, tot: until })}`
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
const WITH_YEAR = { ...A_DAY, year: 'numeric' } as const

interface RefusedProps {
  error: Error
  busy: boolean
  onRetry: () => void
}

/** The server says what cannot be; when it says nothing, what was filled in is still there. */
function Refused({ error, busy, onRetry }: RefusedProps) {
  const { t } = useTranslation()
  const fouten = error instanceof ApiProblem ? error.fouten : []
  if (fouten.length > 0) {
    return (
      <Notice kind="wrong">
        {fouten.map(({ veld, melding }) => (
          <p key={veld + melding}>{melding}</p>
        ))}
      </Notice>
    )
  }
  return (
    <Notice kind="attention">
      <p>{t('momenten.onbereikbaar')}</p>
      <Button
        variant="secondary"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) onRetry()
        }}
      >
        <RotateCw className="sk-icon" />
        {t(busy ? 'fout.bezig' : 'momenten.opnieuw')}
      </Button>
    </Notice>
  )
}
