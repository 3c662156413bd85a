import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Bewerking } from '@/lib/api/types'
import type { Inhoud } from './inhoud'

/** What is being written of a listing. Asked anew by each page: from then on the page knows best. */
export const bewerkingQuery = (id: string) =>
  queryOptions({
    queryKey: ['bewerking', id],
    queryFn: ({ signal }) => getBewerking(id, signal),
    staleTime: Infinity,
    gcTime: 0,
  })

export const beoordelingQuery = (id: string) =>
  queryOptions({
    queryKey: ['beoordeling', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod/{id}/beoordeling', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

/** The listing as residents would get it. */
export const voorbeeldQuery = (id: string) =>
  queryOptions({
    queryKey: ['voorbeeld', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod/{id}/bewerking/voorbeeld', { params: { path: { id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  })

const versioned = (id: string, versie: number) => ({
  path: { id },
  header: { 'if-match': `"${versie}"` },
})

export const getBewerking = (id: string, signal?: AbortSignal) =>
  dataOf(api.GET('/aanbod/{id}/bewerking', { params: { path: { id } }, ...(signal && { signal }) }))

export const putBewerking = (id: string, inhoud: Inhoud, basisVersie: number, versie: number) =>
  dataOf(
    api.PUT('/aanbod/{id}/bewerking', {
      params: versioned(id, versie),
      body: { inhoud, basisVersie },
    }),
  )

export const discardBewerking = (id: string, versie: number): Promise<Bewerking> =>
  dataOf(api.DELETE('/aanbod/{id}/bewerking', { params: versioned(id, versie) }))

export const handIn = (id: string, versie: number) =>
  dataOf(api.POST('/aanbod/{id}/bewerking/indieningen', { params: versioned(id, versie) }))
