import { useEffect, useRef, useState } from 'react'

/** Brings who adds a row into its first field; the rows carry `data-row`. */
export function useFocusOnNew() {
  const list = useRef<HTMLDivElement>(null)
  const [row, setRow] = useState<number | null>(null)
  useEffect(() => {
    if (row === null) return
    list.current?.querySelector<HTMLElement>(`[data-row="${row}"] :is(select, input)`)?.focus()
  }, [row])
  return { list, focusOn: setRow }
}
