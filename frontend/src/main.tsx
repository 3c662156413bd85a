import { StrictMode, startTransition, type ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import '@/app/theme/index.css'
import { App } from '@/app/App'
import { PAGE_DATA_ID, restorePageData, type PageData } from '@/app/pageData'
import { createAppRouter, type AppRouter } from '@/app/router'
import { dutch, loadLanguage } from '@/i18n'
import { directionOf, languageOf } from '@/i18n/languages'
import { createQueryClient } from '@/lib/api/queryClient'
import { beginAt } from '@/lib/dates/now'

/** The address decides the language, so another one is another page load. */
async function start(root: HTMLElement, sent: PageData | null) {
  const queryClient = createQueryClient()
  const language = languageOf(window.location.pathname)
  const router = createAppRouter({ queryClient, language })
  if (sent) restorePageData(queryClient, sent)
  // A page in Dutch is better than none.
  const translator = await loadLanguage(language).catch(() => dutch)
  document.documentElement.lang = translator.code
  document.documentElement.dir = directionOf(translator.code)
  const madeAt = sent && new Date(sent.madeAt)
  if (madeAt) beginAt(madeAt)
  const site = (
    <StrictMode>
      <App {...{ translator, router, queryClient, madeAt }} />
    </StrictMode>
  )
  if (sent) await takeOver(root, router, site)
  else createRoot(root).render(site)
}

/**
 * The page is there already: it comes to life as it is, without being drawn again. In small steps,
 * between which the browser scrolls and types; a part that is tapped is woken first.
 */
async function takeOver(root: HTMLElement, router: AppRouter, site: ReactNode) {
  // Says to the router that the server drew what it is about to draw.
  router.ssr = { manifest: undefined }
  await router.load()
  startTransition(() => {
    hydrateRoot(root, site)
  })
}

const root = document.getElementById('root')
const sent = document.getElementById(PAGE_DATA_ID)?.textContent
if (root) void start(root, sent ? (JSON.parse(sent) as PageData) : null)
// Nothing waits for it: it is for the next time.
if (import.meta.env.PROD)
  void import('@/lib/offline/offline').then((offline) => {
    offline.startKeeping()
  })
