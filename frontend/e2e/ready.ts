/** Waits until every listing has its meaning: until then results change places between two looks. */
const LONGEST_WAIT_MS = 300_000

export default async function waitUntilReady() {
  const url = `${process.env.BASE_URL ?? 'http://localhost:8000'}/gereed`
  const last = Date.now() + LONGEST_WAIT_MS
  while (Date.now() < last) {
    const answer = await fetch(url)
    const state = (await answer.json()) as {
      betekenis?: { status: string; wachtend: number | null }
    }
    if (state.betekenis?.status === 'geen' || !state.betekenis?.wachtend) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`Na vijf minuten wachten er volgens ${url} nog steeds teksten op hun betekenis.`)
}
