import { useRouter } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

interface Props extends ComponentProps<'form'> {
  to?: '/zoeken' | '/agenda'
  /** What is asked beside the fields of the form. */
  rest?: Zoekvraag
  onSearch?: () => void
}

/** A form that leads to the results, or to the agenda: by itself in a page without script, else by `onSearch`. */
export function SearchForm({ to = '/zoeken', rest = {}, onSearch, children, ...props }: Props) {
  const { publicHref } = useRouter().buildLocation({ to })
  const pairs = [...new URLSearchParams(formatQueryString(rest))]
  return (
    <form
      action={publicHref}
      onSubmit={(event) => {
        event.preventDefault()
        onSearch?.()
      }}
      {...props}
    >
      {pairs.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
