import { AsyncLocalStorage } from 'node:async_hooks'

/** The API did not answer in time. */
export class TooLate extends Error {}

/** One page that is being drawn, with what it asks of the API. */
interface Asking {
  deadline: AbortSignal
  /** Whether the answers hold until something changes: not while a part of the API is away. */
  lasting: boolean
}

const current = new AsyncLocalStorage<Asking>()
const plainFetch = globalThis.fetch

/** Has every question of a page end at its deadline, and notes what the answers say. */
globalThis.fetch = async (input, init) => {
  const asking = current.getStore()
  if (!asking) return plainFetch(input, init)
  const request = new Request(input, init)
  const signal = AbortSignal.any([request.signal, asking.deadline])
  try {
    const response = await plainFetch(request, { signal })
    const isWhole = response.status < 500 && response.headers.get('cache-control') !== 'no-store'
    if (!isWhole) asking.lasting = false
    return response
  } catch (error) {
    asking.lasting = false
    throw error
  }
}

/**
 * What `draw` makes, and whether it holds until something changes.
 *
 * @throws TooLate when the API took longer than this many milliseconds.
 */
export async function whileAsking<T>(
  milliseconds: number,
  draw: () => Promise<T>,
): Promise<{ made: T; lasting: boolean }> {
  const asking: Asking = { deadline: AbortSignal.timeout(milliseconds), lasting: true }
  const made = await current.run(asking, draw)
  if (asking.deadline.aborted) throw new TooLate()
  return { made, lasting: asking.lasting }
}
