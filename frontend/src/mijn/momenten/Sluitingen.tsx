import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { SluitingInvoer } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { announce } from '@/lib/navigation/announce'
import { TextField } from '../form/TextField'
import { DayField } from './DayField'
import { overlap, sluitingFault } from './fault'
import { PutBack } from '../form/PutBack'
import { useFocusOnNew } from './useFocusOnNew'
import { useRows } from './useRows'

interface Props {
  value: SluitingInvoer[]
  onChange: (sluitingen: SluitingInvoer[]) => void
}

/** Closed for a while: residents read it, and the moments of those days fall out. */
export function Sluitingen({ value, onChange }: Props) {
  const { t } = useTranslation()
  const today = localTime(useNow()).day
  const { rows, removed, add, change, remove, putBack } = useRows(value, onChange)
  const { list, focusOn } = useFocusOnNew()
  return (
    <fieldset className="sk-sluitingen">
      <legend>{t('momenten.sluitingen')}</legend>
      <p className="sk-small sk-muted">{t('momenten.sluitingenHulp')}</p>
      <div className="sk-sluitingen__rows" ref={list}>
        {rows.map(({ key, value: sluiting }, at) => (
          <div key={key} data-row={key}>
            <Sluiting
              sluiting={sluiting}
              nummer={at + 1}
              today={today}
              onChange={(changed) => {
                change(key, changed)
              }}
              onRemove={() => {
                remove(key)
                announce(t('momenten.sluitingIsWeg'))
              }}
            />
          </div>
        ))}
      </div>
      {overlap(value.filter((each) => !sluitingFault(each))) && (
        <Notice kind="wrong">
          <p>{t('momenten.sluitingOverlap')}</p>
        </Notice>
      )}
      {removed && (
        <PutBack
          said={t('momenten.sluitingIsWeg')}
          button={t('momenten.terug')}
          onPutBack={() => {
            putBack()
            announce(t('momenten.sluitingIsTerug'))
          }}
        />
      )}
      <Button
        variant="secondary"
        onClick={() => {
          focusOn(add({ van: today }))
        }}
      >
        <Plus className="sk-icon" />
        {t('momenten.sluitingErbij')}
      </Button>
    </fieldset>
  )
}

interface OneProps {
  sluiting: SluitingInvoer
  nummer: number
  today: string
  onChange: (sluiting: SluitingInvoer) => void
  onRemove: () => void
}

function Sluiting({ sluiting, nummer, today, onChange, onRemove }: OneProps) {
  const { t } = useTranslation()
  const { van, tot, reden } = sluiting
  const fault = sluitingFault(sluiting)
  return (
    <fieldset className="sk-sluiting">
      <legend>{t('momenten.sluiting', { nummer })}</legend>
      <div className="sk-moment__pair">
        <DayField
          label={t('momenten.dichtVan')}
          fault={fault === 'sluitingZonderVan' && t('momenten.sluitingZonderVan')}
          value={van || null}
          onChange={(day) => {
            onChange({ ...sluiting, van: day ?? '' })
          }}
        />
        <DayField
          label={t('momenten.dichtTot')}
          hint={t('momenten.dichtTotHulp')}
          fault={fault === 'volgorde' && t('momenten.sluitingVolgorde')}
          value={tot ?? null}
          onChange={(day) => {
            onChange({ ...sluiting, tot: day })
          }}
        />
      </div>
      <TextField
        label={t('momenten.reden')}
        hint={t('momenten.redenHulp')}
        maxLength={300}
        value={reden ?? ''}
        onChange={(text) => {
          onChange({ ...sluiting, reden: text || null })
        }}
      />
      {!fault && (
        <p className="sk-small">
          {!tot && t('momenten.sluitingZonderTot')}
          {tot && tot < today && t('momenten.sluitingVoorbij')}
        </p>
      )}
      <Button
        variant="tertiary"
        aria-label={t('momenten.sluitingWeg', { nummer })}
        onClick={onRemove}
      >
        <Trash2 className="sk-icon" />
        {t('momenten.weg')}
      </Button>
    </fieldset>
  )
}
