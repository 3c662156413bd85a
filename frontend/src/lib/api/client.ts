import createClient from 'openapi-fetch'
import { ApiProblem, ServerUnreachable } from './errors'
import type { paths } from './schema.gen'

/** The browser asks where the page came from; the server that makes pages is told by API_URL. */
const origin = import.meta.env.SSR ? (process.env.API_URL ?? '') : window.location.origin

// Looks fetch up at each call, so that tests can put their own in its place.
export const api = createClient<paths>({
  baseUrl: `${origin}/api/v1`,
  fetch: (request) => globalThis.fetch(request),
})

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

const GATEWAY_ERRORS = [502, 503, 504]

/**
 * The data of an answer.
 * @throws ServerUnreachable when nobody answered, ApiProblem when the server said no.
 */
export async function dataOf<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ServerUnreachable({ cause })
  }
  const { data, error, response } = answer
  if (response.ok && data !== undefined) return data
  if (response.ok || GATEWAY_ERRORS.includes(response.status)) throw new ServerUnreachable()
  throw new ApiProblem(response.status, error)
}
