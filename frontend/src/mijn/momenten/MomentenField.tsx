import { Plus } from 'lucide-react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnMomenten.json'
import { Button, Checkbox, Paragraph } from '@/components/ams'
import type { MomentInvoer, SluitingInvoer } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { Moment } from './Moment'
import { PutBack } from '../form/PutBack'
import { Sluitingen } from './Sluitingen'
import { UitAgenda } from './UitAgenda'
import { useFocusOnNew } from './useFocusOnNew'
import { useRows } from './useRows'
import './momenten.css'

alsoSay(texts)

interface Props {
  value: MomentInvoer[]
  /** The organisation of which a calendar says them; they cannot be changed here then. */
  agendaVan?: string | null
  onChange: (momenten: MomentInvoer[]) => void
  sluitingen: SluitingInvoer[]
  onSluitingen: (sluitingen: SluitingInvoer[]) => void
  /** null: nobody has said. */
  opAfspraak: boolean | null
  onOpAfspraak: (opAfspraak: boolean) => void
}

/** As many as the server takes. */
const MOST = 60
// Without a day yet: that is the first thing to choose.
const NEW: MomentInvoer = { rrule: 'FREQ=WEEKLY', behalve: [] }

/** When something is: moments by clicking, by appointment, and when it is closed for a while. */
export function MomentenField({
  value,
  agendaVan,
  onChange,
  sluitingen,
  onSluitingen,
  opAfspraak,
  onOpAfspraak,
}: Props) {
  const { t } = useTranslation()
  return (
    <div className="sk-momenten">
      {agendaVan ? (
        <UitAgenda organisatieId={agendaVan} momenten={value} sluitingen={sluitingen} />
      ) : (
        <Momenten
          value={value}
          onChange={onChange}
          sluitingen={sluitingen}
          saysNone={!opAfspraak}
        />
      )}
      <div>
        <Checkbox
          checked={opAfspraak ?? false}
          aria-describedby="op-afspraak-hulp"
          onChange={({ target: { checked } }) => {
            onOpAfspraak(checked)
          }}
        >
          {t('momenten.opAfspraak')}
        </Checkbox>
        <p id="op-afspraak-hulp" className="sk-small sk-muted">
          {t('momenten.opAfspraakHulp')}
        </p>
      </div>
      <Sluitingen value={sluitingen} onChange={onSluitingen} />
    </div>
  )
}

interface MomentenProps extends Pick<Props, 'value' | 'onChange' | 'sluitingen'> {
  /** Whether to say so when there are none. */
  saysNone: boolean
}

function Momenten({ value, onChange, sluitingen, saysNone }: MomentenProps) {
  const { t } = useTranslation()
  const { rows, removed, add, change, remove, putBack } = useRows(value, onChange)
  const { list, focusOn } = useFocusOnNew()
  return (
    <div className="sk-momenten" ref={list}>
      {rows.length === 0 && saysNone && <Paragraph>{t('momenten.geen')}</Paragraph>}
      {rows.map(({ key, value: moment }, at) => (
        <div key={key} data-row={key}>
          <Moment
            moment={moment}
            nummer={at + 1}
            sluitingen={sluitingen}
            onChange={(changed) => {
              change(key, changed)
            }}
            onRemove={() => {
              remove(key)
              announce(t('momenten.isWeg'))
            }}
          />
        </div>
      ))}
      {removed && (
        <PutBack
          said={t('momenten.isWeg')}
          button={t('momenten.terug')}
          onPutBack={() => {
            putBack()
            announce(t('momenten.isTerug'))
          }}
        />
      )}
      {rows.length < MOST ? (
        <Button
          variant="secondary"
          onClick={() => {
            focusOn(add(NEW))
          }}
        >
          <Plus className="sk-icon" />
          {t(rows.length === 0 ? 'momenten.voegToe' : 'momenten.nogEen')}
        </Button>
      ) : (
        <p className="sk-small">{t('momenten.teVeel', { aantal: MOST })}</p>
      )}
    </div>
  )
}
