import { useId, type ComponentProps, type ReactNode, type Ref } from 'react'
import './form.css'

interface Props extends Omit<ComponentProps<'input'>, 'onChange' | 'ref'> {
  label: ReactNode
  /** What helps to fill it in; read aloud with the field. */
  hint?: ReactNode
  /** What is wrong with what stands in it. */
  fault?: ReactNode
  onChange: (value: string) => void
  ref?: Ref<HTMLInputElement>
}

/** A labelled field with its help and its fault. */
export function TextField({ label, hint, fault, onChange, ...input }: Props) {
  const id = useId()
  return (
    <div className="sk-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hulp`} className="sk-small sk-muted">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fout`} className="sk-field__fault">
          {fault}
        </p>
      )}
      <input
        type="text"
        {...input}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fout` : hint ? `${id}-hulp` : undefined}
        onChange={({ target: { value } }) => {
          onChange(value)
        }}
      />
    </div>
  )
}
