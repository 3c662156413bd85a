import { useQuery } from '@tanstack/react-query'
import { zoekenQuery } from './zoeken'

/** Whether what stands on the map was made up; the same small question as the home page asks. */
export const useIsDemo = () =>
  useQuery({
    ...zoekenQuery({ pageSize: 1 }),
    staleTime: Infinity,
    select: ({ resultaten }) => resultaten.some(({ bron }) => bron === 'demo'),
  }).data ?? false
