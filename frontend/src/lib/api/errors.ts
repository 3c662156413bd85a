import type { Fout, Problem } from './types'

/** No answer came, or not from our server: no network, server down, proxy without a server. */
export class ServerUnreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('De server is niet bereikbaar', options)
    this.name = 'ServerUnreachable'
  }
}

/** The server answered that it could not do this, as problem+json in Dutch. */
export class ApiProblem extends Error {
  readonly status: number
  /** The answer itself, when it was one of ours. */
  readonly problem: Problem | null
  readonly fouten: Fout[]

  constructor(status: number, body: unknown) {
    const problem = isProblem(body) ? body : null
    super(problem?.detail ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.problem = problem
    this.fouten = problem?.fouten ?? []
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'status' in body && 'detail' in body
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}

/** It is there, and not for who asks. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 403
}
