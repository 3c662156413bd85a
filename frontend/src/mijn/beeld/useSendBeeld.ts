import { useRef, useState } from 'react'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { isRefusal } from '@/lib/api/queryClient'
import type { Beeld } from '@/lib/api/types'
import { isTooLarge, refusalOf, sendBeeld, type Refusal } from './send'
import { shrink } from './shrink'

export type Fault = Refusal | 'weg' | 'mislukt' | { melding: string }

export type Sending =
  | { step: 'rust'; fault?: Fault; again?: File }
  | { step: 'kleiner' }
  | { step: 'sturen'; part: number }

/** A file on its way to the server: made smaller, sent, looked at; or why that ended. */
export function useSendBeeld(organisatieId: string, onSent: (beeld: Beeld) => void) {
  const [sending, setSending] = useState<Sending>({ step: 'rust' })
  const stopping = useRef<AbortController>(null)

  const refuse = (fault: Fault, again?: File) => {
    setSending({ step: 'rust', fault, ...(again && { again }) })
  }

  const send = async (file: File) => {
    const refusal = refusalOf(file)
    if (refusal) {
      refuse(refusal)
      return
    }
    stopping.current?.abort()
    const controller = new AbortController()
    const isStopped = () => controller.signal.aborted
    stopping.current = controller
    setSending({ step: 'kleiner' })
    const photo = await shrink(file)
    if (isStopped()) return
    if (isTooLarge(photo)) {
      refuse('teGroot')
      return
    }
    setSending({ step: 'sturen', part: 0 })
    try {
      const beeld = await sendBeeld(photo, {
        organisatieId,
        signal: controller.signal,
        onProgress: (part) => {
          setSending({ step: 'sturen', part })
        },
      })
      setSending({ step: 'rust' })
      onSent(beeld)
    } catch (error) {
      if (isStopped()) return
      if (error instanceof ServerUnreachable) refuse('weg', file)
      // What the server refused, it refuses the next time too.
      else refuse(faultIn(error), isRefusal(error) ? undefined : file)
    }
  }

  const stop = () => {
    stopping.current?.abort()
    setSending({ step: 'rust' })
  }

  return { sending, send, stop }
}

/** What the server says of the file, in its own words. */
function faultIn(error: unknown): Fault {
  if (!(error instanceof ApiProblem)) return 'mislukt'
  const melding = error.fouten[0]?.melding ?? error.problem?.detail
  return melding ? { melding } : 'mislukt'
}
