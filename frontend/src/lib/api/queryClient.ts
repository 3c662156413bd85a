import { QueryClient, type Query } from '@tanstack/react-query'
import { ApiProblem, ServerUnreachable } from './errors'

const FRESH = 60_000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server decides how fresh things are (ETag); within a minute we do not even ask.
        staleTime: FRESH,
        gcTime: 30 * 60_000,
        // A browser that believes it is offline would leave queries waiting without a word.
        networkMode: 'always',
        retry: (failures, error) => error instanceof ServerUnreachable && failures < 1,
        retryDelay: 600,
        retryOnMount: (query) => !isFreshRefusal(query),
        refetchOnWindowFocus: false,
      },
    },
  })
}

/** "That is not there" is an answer too, and as fresh as any. */
export function isFreshRefusal({ state: { error, errorUpdatedAt } }: Query): boolean {
  return isRefusal(error) && Date.now() - errorUpdatedAt < FRESH
}

/** Whether the server answered, and said no because of what was asked. */
export function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status < 500
}
