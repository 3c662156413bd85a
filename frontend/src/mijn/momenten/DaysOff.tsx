import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Checkbox } from '@/components/ams'
import type { MomentInvoer, Schoolvakantie } from '@/lib/api/types'
import { formatDay } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { DayField } from './DayField'
import { daysHit, keepVakanties, leaveOutVakanties, vakantieStand, withDaysOff } from './vakantie'
import { schoolvakantiesQuery } from './queries'

interface Props {
  moment: MomentInvoer
  today: string
  onChange: (moment: MomentInvoer) => void
}

const NONE: Schoolvakantie[] = []

/** When it is not, although the rhythm says so: school holidays, and single days. */
export function DaysOff(props: Props) {
  const { t } = useTranslation()
  const { data, isError } = useQuery(schoolvakantiesQuery)
  return (
    <fieldset className="sk-toggles">
      <legend>{t('momenten.vrij')}</legend>
      {data && <Holidays {...props} {...data} />}
      {isError && <p className="sk-small sk-muted">{t('momenten.vakantieMislukt')}</p>}
      <SingleDays {...props} vakanties={data?.resultaten ?? NONE} />
    </fieldset>
  )
}

interface HolidayProps extends Props {
  regio: string
  bekendTot: string
  resultaten: Schoolvakantie[]
}

function Holidays({ moment, today, onChange, regio, bekendTot, resultaten }: HolidayProps) {
  const { t, language } = useTranslation()
  const hint = useId()
  const stand = vakantieStand(moment, resultaten, today)
  return (
    <div>
      <Checkbox
        checked={stand === 'alle'}
        aria-describedby={hint}
        onChange={({ target: { checked } }) => {
          onChange((checked ? leaveOutVakanties : keepVakanties)(moment, resultaten, today))
        }}
      >
        {t('momenten.vakantie')}
      </Checkbox>
      <p id={hint} className="sk-small sk-muted">
        {stand === 'raakt-niet' && `${t('momenten.vakantieRaaktNiet')} `}
        {stand === 'deels' && `${t('momenten.vakantieDeels')} `}
        {t('momenten.vakantieTot', { regio, dag: formatDay(bekendTot, language, WITH_YEAR) })}
      </p>
    </div>
  )
}

function SingleDays({
  moment,
  today,
  onChange,
  vakanties,
}: Props & { vakanties: Schoolvakantie[] }) {
  const { t, language } = useTranslation()
  const [day, setDay] = useState<string | null>(null)
  const [fault, setFault] = useState<'dagAl' | 'dagVoorbij' | null>(null)
  // As long as all holidays are left out, their days are said by the box above.
  const said =
    vakantieStand(moment, vakanties, today) === 'alle' ? daysHit(moment, vakanties, today) : []
  const single = moment.behalve.filter((each) => each >= today && !said.includes(each))
  const spoken = (each: string) => formatDay(each, language, WITH_YEAR)
  const add = () => {
    if (!day) return
    const wrong = moment.behalve.includes(day) ? 'dagAl' : day < today ? 'dagVoorbij' : null
    setFault(wrong)
    if (wrong) return
    onChange(withDaysOff(moment, [...moment.behalve, day]))
    announce(t('momenten.dagIsErbij', { dag: spoken(day) }))
    setDay(null)
  }
  return (
    <>
      {single.length > 0 && (
        <ul className="sk-daysoff">
          {single.map((each) => (
            <li key={each}>
              {spoken(each)}
              <button
                type="button"
                className="sk-daysoff__remove"
                aria-label={t('momenten.haalDagWeg', { dag: spoken(each) })}
                onClick={() => {
                  onChange(
                    withDaysOff(
                      moment,
                      moment.behalve.filter((other) => other !== each),
                    ),
                  )
                  announce(t('momenten.dagIsWeg', { dag: spoken(each) }))
                }}
              >
                <X className="sk-icon" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="sk-daysoff__add">
        <DayField
          label={t('momenten.vrijeDag')}
          fault={fault && t(`momenten.${fault}`)}
          value={day}
          onChange={(typed) => {
            setDay(typed)
            setFault(null)
          }}
        />
        <Button variant="secondary" aria-disabled={!day} onClick={add}>
          {t('momenten.voegDagToe')}
        </Button>
      </div>
    </>
  )
}

const WITH_YEAR = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
