import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import { alsoSay } from '@/i18n'
import texts from '@/i18n/nl/mijn.json'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { Layout } from './Layout'
import { NotFoundPage } from './NotFoundPage'
import { PageError } from './PageError'
import { LoggedIn } from './sessie/LoggedIn'

alsoSay(texts)

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage })

/** Pages below this one are drawn for who is logged in; others are asked to log in first. */
const loggedIn = createRoute({ getParentRoute: () => root, id: 'ingelogd', component: LoggedIn })

const home = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
})

const routeTree = root.addChildren([loggedIn.addChildren([home])])

/** @param history tests bring one that lives in memory. */
export function createMijnRouter(history?: RouterHistory) {
  const router = createRouter({
    routeTree,
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

export type MijnRouter = ReturnType<typeof createMijnRouter>
