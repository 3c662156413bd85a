import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { MomentInvoer, SluitingInvoer } from '@/lib/api/types'

const HOUR = 3_600_000

/**
 * When one moment comes, by the code that the listing itself uses. Each moment is asked for on its
 * own, so that a change of one leaves what is known of the others.
 */
export const vooruitblikQuery = (moment: MomentInvoer, sluitingen: SluitingInvoer[]) =>
  queryOptions({
    queryKey: ['vooruitblik', moment, sluitingen],
    queryFn: async ({ signal }) => {
      const body = { momenten: [moment], sluitingen }
      const { momenten } = await dataOf(api.POST('/vooruitblikken', { body, signal }))
      return momenten[0] ?? null
    },
    placeholderData: keepPreviousData,
  })

export const schoolvakantiesQuery = queryOptions({
  queryKey: ['schoolvakanties'],
  queryFn: ({ signal }) => dataOf(api.GET('/schoolvakanties', { signal })),
  staleTime: HOUR,
})
