import { useId, useState, type ReactNode } from 'react'

interface Option<Value> {
  value: Value
  label: ReactNode
  /** What is read aloud when the label is an abbreviation. */
  name?: string
}

interface Props<Value> {
  legend: string
  options: readonly Option<Value>[]
  chosen: readonly Value[]
  /** One at a time; otherwise as many as somebody wants. */
  single?: boolean
  look?: 'days' | 'weeks'
  onToggle: (value: Value) => void
}

/** A question with a few answers that are pressed. */
export function Toggles<Value extends string | number>({
  legend,
  options,
  chosen,
  single = false,
  look,
  onToggle,
}: Props<Value>) {
  const group = useId()
  return (
    <fieldset className="sk-toggles">
      <legend>{legend}</legend>
      <div className="sk-toggles__row" data-look={look}>
        {options.map(({ value, label, name }) => (
          <label key={value} className="sk-toggles__one">
            <input
              type={single ? 'radio' : 'checkbox'}
              name={group}
              value={value}
              aria-label={name}
              checked={chosen.includes(value)}
              onChange={() => {
                onToggle(value)
              }}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface SeveralProps<Value> extends Omit<Props<Value>, 'single' | 'onToggle'> {
  /** Said when nothing is chosen any more. */
  none: string
  onChange: (chosen: Value[]) => void
}

/**
 * At least one of a few. Who takes the last one away is on the way to another: until that one is
 * pressed, what was chosen stays.
 */
export function SomeOf<Value extends string | number>({
  none,
  chosen,
  onChange,
  ...props
}: SeveralProps<Value>) {
  const [emptied, setEmptied] = useState(false)
  const pressed = emptied ? [] : chosen
  return (
    <div>
      <Toggles
        {...props}
        chosen={pressed}
        onToggle={(value) => {
          const next = pressed.includes(value)
            ? pressed.filter((each) => each !== value)
            : [...pressed, value]
          setEmptied(next.length === 0)
          if (next.length > 0) onChange(next)
        }}
      />
      <p role="status" className="sk-small sk-moment__none">
        {emptied && none}
      </p>
    </div>
  )
}
