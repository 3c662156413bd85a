import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Aanbod } from '@/lib/api/types'

/** As many as the API takes at once. */
const BATCH = 50

async function fetchListings(ids: string[], signal: AbortSignal): Promise<Map<string, Aanbod>> {
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) =>
    ids.slice(i * BATCH, (i + 1) * BATCH),
  )
  const answers = await Promise.all(
    batches.map((id) =>
      dataOf(api.GET('/aanbod', { params: { query: { id, limit: BATCH } }, signal })),
    ),
  )
  return new Map(answers.flatMap(({ resultaten }) => resultaten).map((one) => [one.id, one]))
}

/** How the listings with these ids are now. */
export function useListings(ids: readonly string[]) {
  const asked = [...ids].sort()
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    queryKey: ['aanbod', 'lijst', asked],
    queryFn: ({ signal }) => fetchListings(asked, signal),
    placeholderData: keepPreviousData,
    enabled: asked.length > 0,
  })
  /** Null when the server does not know it (any more), undefined while nobody has said. */
  const aanbodOf = (id: string) => data?.get(id) ?? (data && !isPlaceholderData ? null : undefined)
  return { aanbodOf, known: data !== undefined, error, isFetching, refetch }
}
