import { useEffect, useRef, type RefObject } from 'react'

/** Takes over what somebody typed in a field before the page came to life. */
export function useTypedBefore(
  field: RefObject<HTMLInputElement | null>,
  onTyped: (text: string) => void,
) {
  const first = useRef(onTyped)
  useEffect(() => {
    const input = field.current
    if (input && input.value !== input.defaultValue) first.current(input.value)
  }, [field])
}
