import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { Select } from '@/components/ams'
import { SelectBox } from '@/components/SelectBox'
import { announce } from '@/lib/navigation/announce'
import { useWording } from './cijfers'

interface Props {
  maanden: string[]
  maand: string
  /** The one that is not over, which says so. */
  loopt: string | undefined
  onChange: (maand: string) => void
}

export function MaandKeuze({ maanden, maand, loopt, onChange }: Props) {
  const { t } = useTranslation()
  const say = useWording()
  const id = useId()
  return (
    <div className="sk-cijfers__keuze">
      <label htmlFor={id}>{t('cijfers.maand')}</label>
      <SelectBox
        id={id}
        value={maand}
        onChange={({ target: { value } }) => {
          onChange(value)
          announce(t('cijfers.getoondMaand', { maand: say.maand(value) }))
        }}
      >
        {maanden.map((one) => (
          <Select.Option key={one} value={one}>
            {one === loopt ? t('cijfers.maandNu', { maand: say.maand(one) }) : say.maand(one)}
          </Select.Option>
        ))}
      </SelectBox>
    </div>
  )
}
