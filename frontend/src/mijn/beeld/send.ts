import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Beeld } from '@/lib/api/types'

/** As many bytes as the server takes. */
export const MOST_MB = 10
const MOST_BYTES = MOST_MB * 1_000_000

/** Why a file need not be sent: the server would refuse it too. */
export type Refusal = 'leeg' | 'teGroot' | 'geenFoto'

/** What a person sees at once, by what the browser says; only the server looks inside. */
export function refusalOf(file: File): Refusal | null {
  if (file.size === 0) return 'leeg'
  // What has no type may be a photo all the same.
  if (file.type !== '' && !file.type.startsWith('image/')) return 'geenFoto'
  return null
}

export const isTooLarge = ({ size }: Blob) => size > MOST_BYTES

interface Options {
  organisatieId: string
  /** From 0 to 1; 1 means that all of it was sent, and the server looks at it. */
  onProgress: (part: number) => void
  signal: AbortSignal
}

/**
 * Sends a photo. Not by `fetch`, as that tells nobody how far it is.
 * @throws ServerUnreachable, ApiProblem; and an AbortError when somebody stopped it.
 */
export function sendBeeld(photo: Blob, { organisatieId, onProgress, signal }: Options) {
  return new Promise<Beeld>((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/beelden?organisatie=${encodeURIComponent(organisatieId)}`)
    request.setRequestHeader('Content-Type', photo.type || 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total ? loaded / total : 0)
    }
    request.onload = () => {
      const body: unknown = request.response
      if (request.status === 201) done(body as Beeld)
      else if (body === null) fail(new ServerUnreachable())
      else fail(new ApiProblem(request.status, body))
    }
    request.onerror = () => {
      fail(new ServerUnreachable())
    }
    request.onabort = () => {
      fail(new DOMException('gestopt', 'AbortError'))
    }
    signal.addEventListener('abort', () => {
      request.abort()
    })
    request.send(photo)
  })
}
