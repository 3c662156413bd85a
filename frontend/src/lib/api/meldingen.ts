import { useMutation } from '@tanstack/react-query'
import { api, dataOf } from './client'
import type { MeldingInvoer } from './types'

/** Says that a listing is not right. Without a network it fails at once, so that nobody waits. */
export const useMeldFout = (id: string) =>
  useMutation({
    mutationFn: (melding: MeldingInvoer) =>
      dataOf(
        api.POST('/aanbod/{id}/meldingen', {
          params: { path: { id } },
          body: melding,
          referrerPolicy: 'strict-origin',
        }),
      ),
    networkMode: 'always',
  })
