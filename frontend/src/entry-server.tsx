import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { App } from '@/app/App'
import { describe } from '@/app/describe'
import { headTags, inScript } from '@/app/headTags'
import { collectPageData, PAGE_DATA_ID } from '@/app/pageData'
import { createAppRouter, type AppRouter } from '@/app/router'
import { loadLanguage, type LanguageCode } from '@/i18n'
import { directionOf, languageOf, withLanguage } from '@/i18n/languages'
import { createQueryClient } from '@/lib/api/queryClient'
import type { Zoekresultaat } from '@/lib/api/types'

/** The parts of a document, for who has its outline. */
export interface Drawn {
  status: 200 | 404 | 410 | 503
  language: LanguageCode
  direction: 'ltr' | 'rtl'
  /** Tags for in the head. */
  head: string
  /** The page itself, and the data with which the browser takes it over. */
  page: string
  data: string
  /** By these names the files are found that the page needs. */
  pageNames: string[]
  /** The ids of the listings that answer something on it. */
  shows: string[]
}

export interface Moved {
  status: 301
  location: string
}

/**
 * Draws the page at an address, with what the API says.
 *
 * @param address path and query as they were asked for, from the root.
 * @param site where the world finds this site, without a slash at its end.
 * @throws whatever goes wrong in drawing; not when the API is away, for that is a page too.
 */
export async function drawPage(address: string, site: string, now: Date): Promise<Drawn | Moved> {
  const path = /^[^?#]*/.exec(address)?.[0] ?? '/'
  // Every address is in small letters, but people type.
  if (path !== path.toLowerCase()) return moved(path.toLowerCase() + address.slice(path.length))

  const language = languageOf(path)
  const translator = await loadLanguage(language)
  const queryClient = createServerQueryClient()
  const history = createMemoryHistory({ initialEntries: [address] })
  const router = createAppRouter({ queryClient, language, history })
  await router.load()
  const result = router._serverResult
  if (result?.type === 'redirect') return moved(result.redirect.headers.get('Location') ?? '/')

  const addressIn = (code: LanguageCode, to: string) => site + withLanguage(code, to)
  const absolute = (to: string) => addressIn(language, to)
  const { head, status } = describe(router, queryClient, translator, { absolute, now })
  if (head.movedTo) return moved(withLanguage(language, head.movedTo))
  const page = renderToString(<App {...{ translator, router, queryClient, madeAt: now }} />)
  // React leaves the drawing of what broke to the browser, and marks the spot.
  if (page.includes('<!--$!-->')) throw new Error('a part of the page could not be drawn')
  return {
    status,
    language,
    direction: directionOf(language),
    head: headTags(head, translator, addressIn),
    page,
    // A page that got no answers is drawn again by the browser, which asks again.
    data: status === 503 ? '' : dataScript(queryClient, now),
    pageNames: pageNamesOf(router),
    shows: shownBy(queryClient),
  }
}

function createServerQueryClient() {
  const queryClient = createQueryClient()
  const { queries } = queryClient.getDefaultOptions()
  // Asked once, drawn once, and gone with the page.
  const once = { retry: false, retryOnMount: false, gcTime: Infinity }
  queryClient.setDefaultOptions({ queries: { ...queries, ...once } })
  return queryClient
}

/** Our own addresses only: two slashes would begin the name of another site. */
function moved(location: string): Moved {
  return { status: 301, location: location.replace(/^[/\\]+/, '/') }
}

function dataScript(queryClient: ReturnType<typeof createQueryClient>, now: Date): string {
  const data = inScript(collectPageData(queryClient, now))
  return `<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>`
}

/** More would be no page that somebody looks through. */
const MOST_SHOWN = 100

function shownBy(queryClient: ReturnType<typeof createQueryClient>): string[] {
  const answers = queryClient.getQueriesData<Zoekresultaat>({ queryKey: ['zoeken'] })
  // A page of one is asked for to know something, not to be read.
  const read = answers.flatMap(([, answer]) => (answer && answer.pageSize > 1 ? [answer] : []))
  const ids = read.flatMap(({ resultaten }) => resultaten.map(({ id }) => id))
  return [...new Set(ids)].slice(0, MOST_SHOWN)
}

function pageNamesOf(router: AppRouter): string[] {
  return router.state.matches.flatMap(({ routeId }) => {
    const { component } = router.routesById[routeId].options
    return component && 'pageName' in component ? [String(component.pageName)] : []
  })
}
