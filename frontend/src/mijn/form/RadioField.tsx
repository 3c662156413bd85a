import { useId, type ReactNode } from 'react'
import './form.css'

interface Props<T extends string> {
  label: ReactNode
  fault?: ReactNode
  options: readonly { value: T; label: ReactNode }[]
  value: T | null
  onChange: (value: T) => void
}

/** One of a few, all of them to be read at once. */
export function RadioField<T extends string>(props: Props<T>) {
  const { label, fault, options, value, onChange } = props
  const id = useId()
  return (
    <fieldset
      className="sk-field sk-radios"
      aria-describedby={fault ? `${id}-fout` : undefined}
      data-fault={fault ? true : undefined}
    >
      <legend>{label}</legend>
      {fault && (
        <p id={`${id}-fout`} className="sk-field__fault">
          {fault}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="sk-radios__one">
          <input
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => {
              onChange(option.value)
            }}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
