import type {
  InfiniteQueryExecuteOptions,
  QueryClient,
  QueryExecuteOptions,
  QueryKey,
} from '@tanstack/react-query'
import { isFreshRefusal } from './queryClient'

/* eslint-disable @typescript-eslint/no-explicit-any -- whatever a query answers, it can be asked */
type AnyQuery = QueryExecuteOptions<any, any, any, any, any>
type AnyInfiniteQuery = InfiniteQueryExecuteOptions<any, any, any, any, any>
/* eslint-enable */

/**
 * Asks what a page needs, for the loader of its route. The server waits for the answers, because
 * it draws a page once; a browser draws at once and lets them come. What fails is in the query
 * client, and the page tells.
 */
export type Ask = (...queries: (AnyQuery | AnyInfiniteQuery)[]) => Promise<void> | undefined

/** Without script there is no "more": the server draws this many parts of a list at once. */
const PARTS_ON_THE_SERVER = 20

export function createAsk(queryClient: QueryClient): Ask {
  const whole = (query: AnyInfiniteQuery) =>
    import.meta.env.SSR ? ({ ...query, pages: PARTS_ON_THE_SERVER } as AnyInfiniteQuery) : query
  const fetchOne = (query: AnyQuery | AnyInfiniteQuery): Promise<unknown> =>
    isInfinite(query) ? queryClient.infiniteQuery(whole(query)) : queryClient.query(query)
  return (...queries) => {
    const open = queries.filter(({ queryKey }) => {
      const known = queryClient.getQueryCache().find({ queryKey: queryKey as QueryKey })
      return !known || !isFreshRefusal(known)
    })
    const settled = Promise.allSettled(open.map(fetchOne)).then(() => undefined)
    return import.meta.env.SSR ? settled : undefined
  }
}

function isInfinite(query: AnyQuery | AnyInfiniteQuery): query is AnyInfiniteQuery {
  return 'getNextPageParam' in query
}
