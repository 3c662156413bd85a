import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createQueryClient } from '@/lib/api/queryClient'
import { App } from '@/mijn/App'
import { createMijnRouter } from '@/mijn/router'
import { noticeEndOfSession } from '@/mijn/sessie/sessie'

/** The pages of who logs in at an address, with somebody in front of them. */
export function renderMijnAt(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] })
  const queryClient = createQueryClient()
  noticeEndOfSession(queryClient)
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 0 },
  })
  render(<App router={createMijnRouter(history)} queryClient={queryClient} />)
  return { user: userEvent.setup(), address: () => history.location.href }
}
