import { useEffect, useRef, type RefObject } from 'react'
import { parseQueryString } from '@/lib/zoekvraag/queryString'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** Takes over what somebody ticked in a form before the page came to life. */
export function useTickedBefore(
  form: RefObject<HTMLFormElement | null>,
  onTicked: (vraag: Zoekvraag) => void,
  parse: (values: Record<string, unknown>) => Zoekvraag,
) {
  const first = useRef((values: Record<string, unknown>) => {
    onTicked(parse(values))
  })
  useEffect(() => {
    const fields = [...(form.current?.elements ?? [])] as HTMLInputElement[]
    if (!form.current || fields.every((field) => field.checked === field.defaultChecked)) return
    // What the form would send by itself: all of it together, as several may have been ticked.
    const pairs = new URLSearchParams([...new FormData(form.current)] as string[][])
    first.current(parseQueryString(pairs.toString()))
  }, [form])
}
