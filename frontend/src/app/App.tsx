import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { LanguageContext, type Translator } from '@/i18n'
import { createQueryClient } from '@/lib/api/queryClient'
import { vocabulariaQuery } from '@/lib/api/vocabularia'
import { createAppRouter } from './router'

const queryClient = createQueryClient()
// Every page needs the words; asking now saves waiting for the page's own code first.
queryClient.query(vocabulariaQuery).catch(() => {
  // The page that needs them asks again, and tells when that fails.
})

interface Props {
  translator: Translator
  router: ReturnType<typeof createAppRouter>
}

export function App({ translator, router }: Props) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageContext value={translator}>
          <RouterProvider router={router} />
        </LanguageContext>
      </QueryClientProvider>
    </StrictMode>
  )
}
