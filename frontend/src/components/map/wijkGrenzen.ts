import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { api, dataOf } from '@/lib/api/client'

/** The exact outlines, for the map only; the small drawings on the pages bring their own. */
export const wijkGrenzenQuery = queryOptions({
  queryKey: ['wijken', 'geojson'],
  queryFn: async ({ signal }) => {
    const headers = { accept: 'application/geo+json' }
    const call = api.GET('/wijken', { signal, headers })
    // The contract describes the plain list; the other form is GeoJSON.
    return (await dataOf(call)) as unknown as FeatureCollection
  },
  staleTime: Infinity,
})

export const useWijkGrenzen = () => useQuery(wijkGrenzenQuery)
