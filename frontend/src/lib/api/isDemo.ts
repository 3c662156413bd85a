import { useQuery } from '@tanstack/react-query'
import { zoekenQuery } from './zoeken'

/** The smallest page of everything: enough to know whether it was made up. */
export const somethingQuery = { ...zoekenQuery({ pageSize: 1 }), staleTime: Infinity }

/** Whether what stands on the map was made up; the same small question as the home page asks. */
export const useIsDemo = () =>
  useQuery({
    ...somethingQuery,
    select: ({ resultaten }) => resultaten.some(({ bron }) => bron === 'demo'),
  }).data ?? false
