import type { ReactNode } from 'react'
import { Button } from '@/components/ams'

interface Props {
  /** Of a list that comes in pages. */
  query: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => Promise<unknown> }
  /** What the next page brings. */
  children: ReactNode
}

/** Brings the next page of a list, as long as there is one. */
export function More({ query: { hasNextPage, isFetching, fetchNextPage }, children }: Props) {
  if (!hasNextPage) return null
  return (
    <Button
      variant="secondary"
      aria-disabled={isFetching}
      onClick={() => {
        if (!isFetching) void fetchNextPage()
      }}
    >
      {children}
    </Button>
  )
}
