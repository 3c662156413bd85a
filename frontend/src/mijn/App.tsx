import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { MijnRouter } from './router'

interface Props {
  router: MijnRouter
  queryClient: QueryClient
}

/** The site of who logs in, in Dutch only and drawn by the browser. */
export function App({ router, queryClient }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
