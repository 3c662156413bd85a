import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dutch, LanguageContext } from '@/i18n'
import { createAppRouter } from '@/app/router'
import { createQueryClient } from '@/lib/api/queryClient'

/** The whole site at an address, with a visitor; in another language its texts come along. */
export function renderAt(address: string, translator = dutch) {
  const history = createMemoryHistory({ initialEntries: [address] })
  const router = createAppRouter({ history, language: translator.code })
  const queryClient = createQueryClient()
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 0 },
  })
  render(
    <QueryClientProvider client={queryClient}>
      <LanguageContext value={translator}>
        <RouterProvider router={router} />
      </LanguageContext>
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), address: () => history.location.href, router }
}
