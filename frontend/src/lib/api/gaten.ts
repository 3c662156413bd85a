import { useMutation } from '@tanstack/react-query'
import { api, dataOf } from './client'
import type { GatInvoer } from './types'

/** Reports what is not there. Without a network it fails at once, so that nobody waits for nothing. */
export const useMeldGat = () =>
  useMutation({
    mutationFn: (gat: GatInvoer) =>
      // The address of the page holds what was typed; a browser would send it along.
      dataOf(api.POST('/gaten', { body: gat, referrerPolicy: 'strict-origin' })),
    networkMode: 'always',
  })
