/**
 * What a route's loader gives back for the questions that its page asks. The server waits for the
 * answers, because it draws a page once; a browser draws at once and lets them come. Questions
 * that failed are in the query client, and the page tells.
 */
export function ready(...asked: Promise<unknown>[]): Promise<void> | undefined {
  const settled = Promise.allSettled(asked).then(() => undefined)
  return import.meta.env.SSR ? settled : undefined
}
