import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { MomentInvoer } from '@/lib/api/types'
import { addDays, formatDay } from '@/lib/dates/localTime'
import { DAGEN, RANGEN, ritmeOf, withRitme, type Dag, type Ritme } from './ritme'
import { SomeOf, Toggles } from './Toggles'
import { WhichWeek } from './WhichWeek'
import { withFirstWeek } from './week'

const SOORTEN = ['week', 'tweeWeken', 'maand', 'datum'] as const
const A_MONDAY = '2026-11-30'

interface Props {
  moment: MomentInvoer
  today: string
  /** What the server calls it, for a moment that cannot be clicked together. */
  tekst: string | undefined
  onChange: (moment: MomentInvoer) => void
}

/** How often it is, and on which days. */
export function RitmeField({ moment, today, tekst, onChange }: Props) {
  const { t, language } = useTranslation()
  const ritme = ritmeOf(moment)
  const change = (next: Ritme) => {
    const changed = withRitme(moment, next)
    onChange(next.soort === 'tweeWeken' ? withFirstWeek(changed, next.dagen, today) : changed)
  }
  return (
    <>
      <Toggles
        legend={t('momenten.hoeVaak')}
        options={SOORTEN.map((value) => ({ value, label: t(`momenten.soort.${value}`) }))}
        chosen={SOORTEN.filter((soort) => soort === ritme.soort)}
        single
        onToggle={(soort) => {
          change(ofSoort(soort, 'dagen' in ritme ? ritme.dagen : []))
        }}
      />
      <Unclickable
        moment={moment}
        isNow={ritme.soort === 'anders'}
        tekst={tekst}
        onChange={onChange}
      />
      {ritme.soort === 'maand' && (
        <SomeOf
          legend={t('momenten.rangen')}
          none={t('momenten.kiesEen')}
          options={RANGEN.map((value) => ({ value, label: t(`momenten.rang.${value}`) }))}
          chosen={ritme.rangen}
          onChange={(rangen) => {
            change({ ...ritme, rangen })
          }}
        />
      )}
      {'dagen' in ritme && (
        <SomeOf
          legend={t('momenten.dagen')}
          none={t('momenten.kiesEen')}
          look="days"
          options={DAGEN.map((value, at) => {
            const spoken = (weekday: 'short' | 'long') =>
              formatDay(addDays(A_MONDAY, at), language, { weekday })
            return { value, label: spoken('short'), name: spoken('long') }
          })}
          chosen={ritme.dagen}
          onChange={(dagen) => {
            change({ ...ritme, dagen })
          }}
        />
      )}
      {ritme.soort === 'tweeWeken' && (
        <WhichWeek moment={moment} dagen={ritme.dagen} today={today} onChange={onChange} />
      )}
    </>
  )
}

/** Going to months, there must be a day and a rank to begin with. */
function ofSoort(soort: (typeof SOORTEN)[number], dagen: Dag[]): Ritme {
  if (soort === 'datum') return { soort }
  if (soort !== 'maand') return { soort, dagen }
  return { soort, rangen: [1], dagen: dagen.length > 0 ? dagen : ['MO'] }
}

interface UnclickableProps {
  moment: MomentInvoer
  isNow: boolean
  tekst: string | undefined
  onChange: (moment: MomentInvoer) => void
}

/** A rule that came from elsewhere: said in words, kept, and to be had back once replaced. */
function Unclickable({ moment, isNow, tekst, onChange }: UnclickableProps) {
  const { t } = useTranslation()
  const [kept] = useState(isNow ? moment : null)
  if (isNow && tekst) {
    return (
      <Notice>
        <p>{t('momenten.anders', { tekst })}</p>
      </Notice>
    )
  }
  if (isNow || !kept) return null
  const { rrule, begin, eind } = kept
  return (
    <Button
      variant="tertiary"
      onClick={() => {
        onChange({ ...moment, rrule: rrule ?? null, begin: begin ?? null, eind: eind ?? null })
      }}
    >
      {t('momenten.andersTerug')}
    </Button>
  )
}
