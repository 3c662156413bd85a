import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { LanguageContext, type Translator } from '@/i18n'
import { MadeAt } from '@/lib/dates/now'
import type { AppRouter } from './router'

interface Props {
  translator: Translator
  router: AppRouter
  queryClient: QueryClient
  /** When the server made the page that this is, or takes over. */
  madeAt: Date | null
}

/** The whole site at the router's address: the same on the server and in the browser. */
export function App({ translator, router, queryClient, madeAt }: Props) {
  return (
    <MadeAt value={madeAt}>
      <QueryClientProvider client={queryClient}>
        <LanguageContext value={translator}>
          <RouterProvider router={router} />
        </LanguageContext>
      </QueryClientProvider>
    </MadeAt>
  )
}
