import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  id: string
  selected: boolean
  onChoose: () => void
  /** One of several whole questions, which are all of one kind. */
  question?: boolean
  children: ReactNode
}

/** A choice in the list under a combobox (useCombobox). */
export function ComboboxOption({ id, selected, onChoose, question = false, children }: Props) {
  const option = useRef<HTMLDivElement>(null)
  // On a small screen the list scrolls.
  useEffect(() => {
    if (selected) option.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    // The keyboard works from the input, with aria-activedescendant; only the pointer comes here.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={selected}
      className="sk-search__option"
      data-question={question || undefined}
      tabIndex={-1}
      // Before the click the input would lose its focus, and the list would be gone.
      onPointerDown={(event) => {
        event.preventDefault()
      }}
      onClick={onChoose}
    >
      {children}
    </div>
  )
}
