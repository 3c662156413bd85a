import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
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

/** @param history tests bring one that lives in memory. */
export function createAppRouter(history?: RouterHistory) {
  const router = createRouter({
    routeTree,
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
