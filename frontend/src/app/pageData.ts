import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { ApiProblem } from '@/lib/api/errors'
import { isRefusal } from '@/lib/api/queryClient'

export const PAGE_DATA_ID = 'pagina'

/** What the server knew when it drew a page; the browser needs it to draw the same. */
export interface PageData {
  madeAt: string
  answers: { key: QueryKey; data: unknown }[]
  refusals: { key: QueryKey; status: number; problem: unknown }[]
}

export function collectPageData(queryClient: QueryClient, madeAt: Date): PageData {
  const data: PageData = { madeAt: madeAt.toISOString(), answers: [], refusals: [] }
  for (const { queryKey: key, state } of queryClient.getQueryCache().getAll()) {
    const { error } = state
    if (state.data !== undefined) data.answers.push({ key, data: state.data })
    else if (isRefusal(error)) {
      data.refusals.push({ key, status: error.status, problem: error.problem })
    }
  }
  return data
}

/** Has the query client know what the server knew, as if it had just asked. */
export function restorePageData(queryClient: QueryClient, { answers, refusals }: PageData) {
  for (const { key, data } of answers) queryClient.setQueryData(key, data)
  for (const { key, status, problem } of refusals) {
    const query = queryClient.getQueryCache().build(queryClient, { queryKey: key })
    query.setState({
      ...query.state,
      status: 'error',
      error: new ApiProblem(status, problem),
      errorUpdatedAt: Date.now(),
      errorUpdateCount: 1,
    })
  }
}
