import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type LocationRewrite,
  type RouterHistory,
} from '@tanstack/react-router'
import { aanbodQuery } from '@/features/aanbod/aanbodQuery'
import { vergelijkbaarQuery } from '@/features/aanbod/vergelijkbaarQuery'
import { aanbodVanOrganisatieQuery } from '@/features/organisaties/aanbodVanOrganisatie'
import { organisatieQuery } from '@/features/organisaties/organisatieQuery'
import { parametersOf, parseKeuze } from '@/features/doen/keuze'
import { searchQueries } from '@/features/zoeken/searchQueries'
import type { LanguageCode } from '@/i18n'
import { withLanguage, withoutLanguage } from '@/i18n/languages'
import { createAsk, type Ask } from '@/lib/api/ask'
import { somethingQuery } from '@/lib/api/isDemo'
import { situatieQuery, situatiesQuery } from '@/lib/api/situaties'
import { vocabulariaQuery } from '@/lib/api/vocabularia'
import { zoekenQuery } from '@/lib/api/zoeken'
import { localTime } from '@/lib/dates/localTime'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { parseAgendavraag } from '@/lib/zoekvraag/agendavraag'
import { formatQueryString, parseQueryString } from '@/lib/zoekvraag/queryString'
import { partQuery } from '@/lib/zoekvraag/part'
import { parseZoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { lazyPage } from './lazyPage'
import { Layout } from './Layout'
import { NotFoundPage } from './NotFoundPage'
import { PageError } from './PageError'

interface Context {
  ask: Ask
  queryClient: QueryClient
}

// Each loader asks what its page needs, by the page's own queries: the server draws the page with
// the answers, and a browser gets them while it is still fetching the page's code.
const root = createRootRouteWithContext<Context>()({
  component: Layout,
  notFoundComponent: NotFoundPage,
  loader: ({ context: { ask } }) => ask(vocabulariaQuery, somethingQuery),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context: { ask } }) => ask(situatiesQuery),
  component: lazyPage(() => import('@/features/home/HomePage'), 'HomePage'),
})

const zoeken = createRoute({
  getParentRoute: () => root,
  path: '/zoeken',
  validateSearch: parseZoekvraag,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { ask }, deps }) => ask(...searchQueries(deps)),
  component: lazyPage(() => import('@/features/zoeken/SearchPage'), 'SearchPage'),
})

const agenda = createRoute({
  getParentRoute: () => root,
  path: '/agenda',
  validateSearch: parseAgendavraag,
  loaderDeps: ({ search }) => search,
  // What asks is no part of what every page brings along.
  loader: async ({ context: { ask }, deps }) => {
    const { agendaQueries } = await import('@/lib/api/agenda')
    const { keren, tellingen, week } = agendaQueries(deps, localTime(new Date()).day)
    await ask(keren, tellingen, week)
  },
  component: lazyPage(() => import('@/features/agenda/AgendaPage'), 'AgendaPage'),
})

const aanbod = createRoute({
  getParentRoute: () => root,
  path: '/aanbod/$slug',
  loader: ({ context: { ask }, params: { slug } }) =>
    ask(aanbodQuery(slug), vergelijkbaarQuery(slug)),
  component: lazyPage(() => import('@/features/aanbod/AanbodPage'), 'AanbodPage'),
})

const organisatie = createRoute({
  getParentRoute: () => root,
  path: '/organisaties/$slug',
  loader: ({ context: { ask }, params: { slug } }) =>
    ask(organisatieQuery(slug), aanbodVanOrganisatieQuery(slug)),
  component: lazyPage(() => import('@/features/organisaties/OrganisatiePage'), 'OrganisatiePage'),
})

const situaties = createRoute({
  getParentRoute: () => root,
  path: '/situaties',
  loader: ({ context: { ask } }) => ask(situatiesQuery),
  component: lazyPage(() => import('@/features/situaties/SituatiesPage'), 'SituatiesPage'),
})

const situatie = createRoute({
  getParentRoute: () => root,
  path: '/situaties/$slug',
  loader: async ({ context: { ask, queryClient }, params: { slug } }) => {
    await ask(situatieQuery(slug))
    // A browser that is still waiting for these has the page ask for its parts.
    const known = queryClient.getQueryData(situatieQuery(slug).queryKey)
    await ask(...(known?.onderdelen ?? []).map(partQuery))
  },
  component: lazyPage(() => import('@/features/situaties/SituatiePage'), 'SituatiePage'),
})

const wijk = createRoute({
  getParentRoute: () => root,
  path: '/wijken/$slug',
  loader: async ({ context: { ask }, params: { slug } }) => {
    const { wijkParts } = await import('@/features/wijken/parts')
    // Only what they ask for counts here, not how they are called.
    await ask(...wijkParts(slug, (key) => key).map(partQuery))
  },
  component: lazyPage(() => import('@/features/wijken/WijkPage'), 'WijkPage'),
})

const mijnLijst = createRoute({
  getParentRoute: () => root,
  path: '/mijn-lijst',
  component: lazyPage(() => import('@/features/lijst/MijnLijstPage'), 'MijnLijstPage'),
})

const lijst = createRoute({
  getParentRoute: () => root,
  path: '/lijst',
  component: lazyPage(() => import('@/features/lijst/LijstPage'), 'LijstPage'),
})

const over = createRoute({
  getParentRoute: () => root,
  path: '/over',
  component: lazyPage(() => import('@/features/over/OverPage'), 'OverPage'),
})

const doen = createRoute({
  getParentRoute: () => root,
  path: '/ik-wil-iets-doen',
  validateSearch: parseKeuze,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { ask }, deps }) => ask(zoekenQuery(parametersOf(deps))),
  component: lazyPage(() => import('@/features/doen/DoenPage'), 'DoenPage'),
})

const toegankelijkheid = createRoute({
  getParentRoute: () => root,
  path: '/toegankelijkheid',
  component: lazyPage(
    () => import('@/features/toegankelijkheid/ToegankelijkheidPage'),
    'ToegankelijkheidPage',
  ),
})

const routeTree = root.addChildren([
  home,
  zoeken,
  agenda,
  aanbod,
  organisatie,
  situaties,
  situatie,
  wijk,
  mijnLijst,
  lijst,
  over,
  toegankelijkheid,
  doen,
])

interface Options {
  queryClient: QueryClient
  /** The pages are the same in every language; only their addresses differ. */
  language?: LanguageCode
  /** Tests and the server bring one that lives in memory. */
  history?: RouterHistory
}

export function createAppRouter({ queryClient, language = 'nl', history }: Options) {
  const router = createRouter({
    routeTree,
    context: { ask: createAsk(queryClient), queryClient },
    ...(language !== 'nl' && { rewrite: prefixedWith(language) }),
    parseSearch: parseQueryString,
    stringifySearch: formatQueryString,
    // What a route does not know, such as the marks of a newsletter, is no part of its question.
    search: { strict: true },
    // On the server this would write a script into the page, which the security policy refuses.
    scrollRestoration: !import.meta.env.SSR,
    defaultPreload: 'intent',
    // The query client knows how fresh an answer is.
    defaultPreloadStaleTime: 0,
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

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
  interface HistoryStateExtra {
    /** The search that a visitor came from, for "back to the results". */
    backTo?: string
  }
  interface HistoryState {
    backTo?: string
  }
}
