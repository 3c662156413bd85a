/**
 * The server that draws pages: one address in, one document out. It has no state, asks the API for
 * everything, and knows nobody: it never gets a cookie and writes no address in its log.
 *
 * API_URL says where the API is, PUBLIC_URL where the world finds the site, RENDER_TIMEOUT_SECONDS
 * how long the site waits for a page; it listens on HOST and PORT.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { drawPage } from '../src/entry-server'
import { TooLate, whileAsking } from './asking'
import { documentOf, readOutline } from './document'

const MOST_AT_ONCE = 24
/** A little less than the site waits: after that the browser had better ask for itself. */
const DEADLINE_MS = Number(process.env.RENDER_TIMEOUT_SECONDS ?? 1.5) * 1000 - 150

const site = (process.env.PUBLIC_URL ?? 'http://localhost:8000').replace(/\/+$/, '')
const outline = readOutline(new URL('../dist/', import.meta.url))
const compress = promisify(gzip)
let busy = 0

interface Reply {
  status: number
  headers?: Record<string, string>
  body?: string | Buffer
}

async function replyTo({ url = '/', method }: IncomingMessage): Promise<Reply> {
  if (url === '/gezond') return { status: 200, body: 'goed' }
  if (method !== 'GET') return { status: 405 }
  if (busy >= MOST_AT_ONCE) return { status: 503, headers: { 'retry-after': '1' } }
  busy += 1
  try {
    return await pageAt(url)
  } catch (error) {
    if (error instanceof TooLate) return { status: 504 }
    console.error('page_failed', ...placesIn(error))
    return { status: 500 }
  } finally {
    busy -= 1
  }
}

async function pageAt(address: string): Promise<Reply> {
  const draw = () => drawPage(address, site, new Date())
  const { made, lasting } = await whileAsking(DEADLINE_MS, draw)
  if ('location' in made) return { status: made.status, headers: { location: made.location } }
  return {
    status: made.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      // For who keeps pages: this one may be another when it is asked again.
      ...(!lasting && { 'cache-control': 'no-store' }),
      // Only for the site, which counts how often each was shown.
      ...(made.shows.length > 0 && { 'x-shows': made.shows.join(' ') }),
    },
    body: await compress(documentOf(outline, made)),
  }
}

/** The kind of fault and where it was; its message may repeat what somebody asked. */
function placesIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error]
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return [error.name, ...places.slice(0, 4).map((place) => place.trim())]
}

const server = createServer((request, response) => {
  void replyTo(request).then(({ status, headers, body = '' }) => {
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers })
    response.end(body)
  })
})
// Longer than the site keeps a connection, so that it never asks over one that we just closed.
server.keepAliveTimeout = 75_000
server.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    // What is being drawn gets until its deadline.
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), DEADLINE_MS)
  })
}
