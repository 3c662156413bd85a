import { useState, type ComponentProps } from 'react'
import { TextField } from '../form/TextField'

interface Props extends Omit<
  ComponentProps<typeof TextField>,
  'type' | 'value' | 'onChange' | 'min' | 'max'
> {
  /** yyyy-mm-dd; null when there is none. */
  value: string | null
  onChange: (day: string | null) => void
}

const FIRST = '1900-01-01'
const LAST = '2199-12-31'

/**
 * A day to type or to pick. Who types the year 2026 passes the years 2, 20 and 202: those are held
 * back until a year is there that somebody can mean.
 */
export function DayField({ value, onChange, ...field }: Props) {
  const [typed, setTyped] = useState(value ?? '')
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    setTyped(value ?? '')
  }
  return (
    <TextField
      {...field}
      type="date"
      min={FIRST}
      max={LAST}
      value={typed}
      onChange={(day) => {
        setTyped(day)
        if (day !== '' && (day < FIRST || day > LAST)) return
        setTold(day || null)
        onChange(day || null)
      }}
    />
  )
}
