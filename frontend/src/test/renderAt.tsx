import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '@/app/App'
import { createAppRouter } from '@/app/router'
import { dutch } from '@/i18n'
import { createQueryClient } from '@/lib/api/queryClient'

/** The whole site at an address, with a visitor; in another language its texts come along. */
export function renderAt(address: string, translator = dutch) {
  const history = createMemoryHistory({ initialEntries: [address] })
  const queryClient = createQueryClient()
  const router = createAppRouter({ queryClient, history, language: translator.code })
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 0 },
  })
  render(<App translator={translator} router={router} queryClient={queryClient} madeAt={null} />)
  return { user: userEvent.setup(), address: () => history.location.href, router }
}
