import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type LocationRewrite,
  type RouterHistory,
} from '@tanstack/react-router'
import type { LanguageCode } from '@/i18n'
import { withLanguage, withoutLanguage } from '@/i18n/languages'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { formatQueryString, parseQueryString } from '@/lib/zoekvraag/queryString'
import { parseZoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { Layout } from './Layout'
import { NotFoundPage } from './NotFoundPage'
import { PageError } from './PageError'

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/home/HomePage'), 'HomePage'),
})

const zoeken = createRoute({
  getParentRoute: () => root,
  path: '/zoeken',
  validateSearch: parseZoekvraag,
  component: lazyRouteComponent(() => import('@/features/zoeken/SearchPage'), 'SearchPage'),
})

const aanbod = createRoute({
  getParentRoute: () => root,
  path: '/aanbod/$slug',
  component: lazyRouteComponent(() => import('@/features/aanbod/AanbodPage'), 'AanbodPage'),
})

const organisatie = createRoute({
  getParentRoute: () => root,
  path: '/organisaties/$slug',
  component: lazyRouteComponent(
    () => import('@/features/organisaties/OrganisatiePage'),
    'OrganisatiePage',
  ),
})

const over = createRoute({
  getParentRoute: () => root,
  path: '/over',
  component: lazyRouteComponent(() => import('@/features/over/OverPage'), 'OverPage'),
})

const routeTree = root.addChildren([home, zoeken, aanbod, organisatie, over])

interface Options {
  /** The pages are the same in every language; only their addresses differ. */
  language?: LanguageCode
  /** Tests bring one that lives in memory. */
  history?: RouterHistory
}

export function createAppRouter({ language = 'nl', history }: Options = {}) {
  const router = createRouter({
    routeTree,
    ...(language !== 'nl' && { rewrite: prefixedWith(language) }),
    parseSearch: parseQueryString,
    stringifySearch: formatQueryString,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    ...(history && { history }),
  })
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) requestHeadingFocus()
  })
  return router
}

function prefixedWith(language: LanguageCode): LocationRewrite {
  return {
    input: ({ url }) => atPath(url, withoutLanguage(url.pathname)),
    output: ({ url }) => atPath(url, withLanguage(language, url.pathname)),
  }
}

function atPath(url: URL, pathname: string): URL {
  url.pathname = pathname
  return url
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface HistoryStateExtra {
    /** The search that a visitor came from, for "back to the results". */
    backTo?: string
  }
  interface HistoryState {
    backTo?: string
  }
}
