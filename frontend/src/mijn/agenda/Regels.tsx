import { Plus, X } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { SelectBox } from '@/components/SelectBox'
import type { EigenAanbod } from '@/lib/api/types'
import { naamOf } from '../aanbod/naam'
import { TextField } from '../form/TextField'
import { useFocusOnNew } from '../momenten/useFocusOnNew'
import { LEEG, type Regel } from './regels'

interface Props {
  regels: Regel[]
  kiesbaar: EigenAanbod[]
  onChange: (regels: Regel[]) => void
}

/** Which listings take times from a calendar, each with the words of its own events. */
export function Regels({ regels, kiesbaar, onChange }: Props) {
  const { t } = useTranslation()
  const { list, focusOn } = useFocusOnNew()
  const change = (key: number, given: Partial<Regel>) => {
    onChange(regels.map((regel) => (regel.key === key ? { ...regel, ...given } : regel)))
  }
  return (
    <fieldset className="sk-regels">
      <legend>{t('mijnAgenda.welk')}</legend>
      <p className="sk-small sk-muted">{t('mijnAgenda.welkHulp')}</p>
      <div className="sk-regels" ref={list}>
        {regels.map(({ key, aanbodId, woorden }, at) => (
          <div key={key} data-row={key} className="sk-regels__row">
            <div className="sk-field">
              <label htmlFor={`regel-${key}`}>{t('mijnAgenda.aanbod', { nummer: at + 1 })}</label>
              <SelectBox
                id={`regel-${key}`}
                value={aanbodId}
                onChange={({ target }) => {
                  change(key, { aanbodId: target.value })
                }}
              >
                <option value="">{t('mijnAgenda.kies')}</option>
                {kiesbaar
                  .filter(
                    ({ id }) => id === aanbodId || regels.every((each) => each.aanbodId !== id),
                  )
                  .map((each) => (
                    <option key={each.id} value={each.id}>
                      {naamOf(each)}
                    </option>
                  ))}
              </SelectBox>
            </div>
            <TextField
              label={t('mijnAgenda.woorden')}
              hint={t('mijnAgenda.woordenHulp')}
              value={woorden}
              onChange={(value) => {
                change(key, { woorden: value })
              }}
            />
            {regels.length > 1 && (
              <Button
                variant="tertiary"
                onClick={() => {
                  onChange(regels.filter((regel) => regel.key !== key))
                  const rest = regels.filter((regel) => regel.key !== key)
                  focusOn(rest[Math.max(0, at - 1)]?.key ?? 0)
                }}
              >
                <X className="sk-icon" />
                {t('mijnAgenda.weg', { nummer: at + 1 })}
              </Button>
            )}
          </div>
        ))}
      </div>
      <Button
        variant="secondary"
        onClick={() => {
          const key = Math.max(...regels.map((regel) => regel.key)) + 1
          onChange([...regels, { key, ...LEEG }])
          focusOn(key)
        }}
      >
        <Plus className="sk-icon" />
        {t('mijnAgenda.nogAanbod')}
      </Button>
    </fieldset>
  )
}
