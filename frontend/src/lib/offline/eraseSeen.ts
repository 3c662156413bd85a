/** As in public/sw.js. */
const SEEN = 'gezien'

/** Forgets which pages were seen here. The list and the code of the site stay. */
export async function eraseSeen() {
  if ('caches' in window) await caches.delete(SEEN)
}
