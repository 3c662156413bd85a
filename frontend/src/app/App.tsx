import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createQueryClient } from '@/lib/api/queryClient'
import { vocabulariaQuery } from '@/lib/api/vocabularia'
import { createAppRouter } from './router'

const queryClient = createQueryClient()
const router = createAppRouter()
// Every page needs the words; asking now saves waiting for the page's own code first.
queryClient.query(vocabulariaQuery).catch(() => {
  // The page that needs them asks again, and tells when that fails.
})

export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>
  )
}
