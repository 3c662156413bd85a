import { QueryClient } from '@tanstack/react-query'
import { ServerUnreachable } from './errors'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server decides how fresh things are (ETag); within a minute we do not even ask.
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        // A browser that believes it is offline would leave queries waiting without a word.
        networkMode: 'always',
        retry: (failures, error) => error instanceof ServerUnreachable && failures < 1,
        retryDelay: 600,
        refetchOnWindowFocus: false,
      },
    },
  })
}
