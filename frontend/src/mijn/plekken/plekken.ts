import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import { withoutData } from '../withoutData'

/** As many as the server takes at once. */
export const MOST = 20
const WAITS = 202

/** The copies of a listing; of a copy its original, and what runs along with that. */
export const plekkenQuery = (id: string) =>
  queryOptions({
    queryKey: ['plekkopieen', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod/{id}/plekkopieen', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

export interface Keuze {
  locaties: string[]
  wijken: string[]
}

export function useMakeCopies(id: string) {
  return useChange((keuze: Keuze) =>
    dataOf(api.POST('/aanbod/{id}/plekkopieen', { params: { path: { id } }, body: keuze })),
  )
}

export function useSetFree(id: string) {
  return useChange(() =>
    dataOf(withoutData(api.POST('/aanbod/{id}/losmakingen', { params: { path: { id } } }))),
  )
}

/** One part follows the original again; says whether that waits for the redactie. */
export function useRunAlong(id: string, versie: number) {
  return useChange(async (veld: string) => {
    const call = api.POST('/aanbod/{id}/hervattingen', {
      params: { path: { id }, header: { 'if-match': `"${versie}"` } },
      body: { veld },
    })
    await dataOf(call)
    return { waits: (await call).response.status === WAITS }
  })
}

function useChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    // What else is shown of this listing, on other pages, is of before.
    onSettled: () => queryClient.invalidateQueries(),
    networkMode: 'always',
  })
}
