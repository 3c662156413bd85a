// What this browser saw, to be read again without a connection. Written by hand as it is small, and
// sent as it is: no build touches it. What somebody asked is never kept, only pages about one thing.

const SHELL = 'schil'
const FILES = 'bestanden'
const SEEN = 'gezien'
const MOST = { [SHELL]: 1, [FILES]: 150, [SEEN]: 100 }
const DAYS = 30
const HOUR_MS = 3_600_000
// After so long without an answer, what is kept is better than waiting.
const PATIENCE_MS = 5_000
const KEPT_AT = 'x-bewaard-op'
const OUTLINE = '/index.html'

const PAGE =
  /^(\/(en|ar|uk|tr|pl))?(\/|\/(aanbod|organisaties|situaties|wijken)\/[^/]+|\/(situaties|mijn-lijst|lijst|over|toegankelijkheid))?$/
/** The pages of who logs in, what they ask, and the way to log in elsewhere: never kept. */
const OWN = /^\/(mijn|inloggen)(\/|$)/
const ANSWER = /^\/api\/v1\/(aanbod|organisaties|situaties|vocabularia|wijken)(\/[^.]+)?$/

self.addEventListener('install', (event) => {
  event.waitUntil(renewShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'leeft') return
  // What the page had fetched before this looked.
  event.waitUntil(keepFiles(event.data.files))
  sayAge(event.source)
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (OWN.test(url.pathname) || request.cache === 'no-store') return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fileFor(request))
  else if (request.mode === 'navigate') event.respondWith(pageFor(event, url))
  else if (ANSWER.test(url.pathname)) event.respondWith(freshOrKept(event, request.url))
})

async function takeOver() {
  const names = await caches.keys()
  const others = names.filter((name) => !(name in MOST))
  await Promise.all(others.map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function fileFor(request) {
  const kept = await caches.match(request, { cacheName: FILES })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await put(FILES, request.url, answer.clone())
  return answer
}

async function pageFor(event, url) {
  try {
    // What stands behind the address, such as a question, is no part of what is kept.
    const key = PAGE.test(url.pathname) ? url.origin + url.pathname : null
    const answer = await (key ? freshOrKept(event, key) : fetch(event.request))
    event.waitUntil(renewShell(HOUR_MS))
    return answer
  } catch (error) {
    const outline = await caches.match(OUTLINE, { cacheName: SHELL })
    if (outline) return outline
    throw error
  }
}

/** The answer of the server; when that is away, broken or very slow, what was kept before. */
async function freshOrKept(event, key) {
  const kept = await find(key)
  const asked = fetch(event.request).then((answer) => {
    if (answer.ok) event.waitUntil(put(SEEN, key, answer.clone()))
    if (answer.status === 404 || answer.status === 410) event.waitUntil(remove(key))
    return answer
  })
  if (!kept) return asked
  const inTime = asked.catch(() => null)
  // What comes in too late is kept for the next time.
  event.waitUntil(inTime)
  const answer = await Promise.race([inTime, patience()])
  if (answer && answer.status < 500) return answer
  event.waitUntil(tell(event, kept.headers.get(KEPT_AT)))
  return kept
}

const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null))

async function find(key) {
  const kept = await caches.match(key, { cacheName: SEEN })
  if (!kept || ageOf(kept) < DAYS * 24 * HOUR_MS) return kept
  await remove(key)
  return undefined
}

const ageOf = (kept) => Date.now() - Date.parse(kept.headers.get(KEPT_AT))

/** What is not of now, by the page that got it: one that is not there yet hears it when it lives. */
const ages = new Map()

async function tell(event, keptAt) {
  const id = event.resultingClientId || event.clientId
  ages.set(id, keptAt)
  sayAge(await self.clients.get(id))
}

function sayAge(client) {
  const keptAt = client && ages.get(client.id)
  if (keptAt) client.postMessage({ type: 'bewaard', keptAt })
}

async function keepFiles(files) {
  const cache = await caches.open(FILES)
  for (const file of files) {
    if (await cache.match(file)) continue
    const answer = await fetch(file).catch(() => null)
    if (answer?.ok) await put(FILES, file, answer)
  }
}

/** The outline of any page with the files that bring it to life, when the kept one is older. */
async function renewShell(maximumAgeMs = 0) {
  const kept = await caches.match(OUTLINE, { cacheName: SHELL })
  if (kept && ageOf(kept) < maximumAgeMs) return
  const answer = await fetch(OUTLINE).catch(() => null)
  if (!answer?.ok) return
  const html = await answer.clone().text()
  await keepFiles([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file))
  await put(SHELL, OUTLINE, answer)
}

async function put(name, key, answer) {
  const { status, statusText } = answer
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, new Date().toISOString())
  const cache = await caches.open(name)
  await cache.put(key, new Response(await answer.blob(), { status, statusText, headers }))
  // The oldest come first.
  const keys = await cache.keys()
  const tooMany = keys.slice(0, Math.max(0, keys.length - MOST[name]))
  await Promise.all(tooMany.map((old) => cache.delete(old)))
}

async function remove(key) {
  const cache = await caches.open(SEEN)
  await cache.delete(key)
}
