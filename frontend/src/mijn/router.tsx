import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import { alsoSay } from '@/i18n'
import texts from '@/i18n/nl/mijn.json'
import staffTexts from '@/i18n/nl/mijnMedewerkers.json'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { Layout } from './Layout'
import { NotFoundPage } from './NotFoundPage'
import { PageError } from './PageError'
import { redactieSearch } from './redactie/search'
import { LoggedIn } from './sessie/LoggedIn'

alsoSay(texts, staffTexts)

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage })

/** Pages below this one are drawn for who is logged in; others are asked to log in first. */
const loggedIn = createRoute({ getParentRoute: () => root, id: 'ingelogd', component: LoggedIn })

const home = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn',
  component: lazyRouteComponent(() => import('./aanbod/HomePage'), 'HomePage'),
})

const sessies = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/sessies',
  component: lazyRouteComponent(() => import('./sessie/SessiesPage'), 'SessiesPage'),
})

/** A code of an app beside the link in the mail. */
const tweedeStap = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/tweede-stap',
  component: lazyRouteComponent(() => import('./tweede-stap/TweedeStapPage'), 'TweedeStapPage'),
})

/** Where that code is given, between the link and being logged in. */
const code = createRoute({
  getParentRoute: () => root,
  path: '/mijn/inloggen/code',
  component: lazyRouteComponent(() => import('./tweede-stap/CodePage'), 'CodePage'),
})

/** Many listings at once, from a file. */
const invoer = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/invoer',
  validateSearch: ({ organisatie }): { organisatie?: string } =>
    typeof organisatie === 'string' ? { organisatie } : {},
  component: lazyRouteComponent(() => import('./invoer/InvoerPage'), 'InvoerPage'),
})

const bestand = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/invoer/$id',
  component: lazyRouteComponent(() => import('./invoer/BestandPage'), 'BestandPage'),
})

/** For beheer: who did what. */
const logboek = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/beheer/logboek',
  component: lazyRouteComponent(() => import('./logboek/LogboekPage'), 'LogboekPage'),
})

/** For beheer: who may log in. */
const accounts = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/beheer/accounts',
  component: lazyRouteComponent(() => import('./accounts/AccountsPage'), 'AccountsPage'),
})

/** What happened to one listing. */
const historie = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/aanbod/$id/historie',
  component: lazyRouteComponent(() => import('./historie/HistoriePage'), 'HistoriePage'),
})

/** The same listing at other places. */
const plekken = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/aanbod/$id/plekken',
  component: lazyRouteComponent(() => import('./plekken/PlekkenPage'), 'PlekkenPage'),
})

/** What one listing brought, per month. */
const cijfers = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/aanbod/$id/cijfers',
  component: lazyRouteComponent(() => import('./cijfers/CijfersPage'), 'CijfersPage'),
})

/** What all listings of an organisation brought in a month. */
const organisatieCijfers = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/organisaties/$id/cijfers',
  component: lazyRouteComponent(
    () => import('./cijfers/OrganisatieCijfersPage'),
    'OrganisatieCijfersPage',
  ),
})

/** How fresh the map is. */
const versheid = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/redactie/versheid',
  component: lazyRouteComponent(() => import('./versheid/VersheidPage'), 'VersheidPage'),
})

/** What came on the map at once, for the redactie to look at. */
const achteraf = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/redactie/achteraf',
  component: lazyRouteComponent(() => import('./achteraf/AchterafPage'), 'AchterafPage'),
})

/** What waits for the redactie. */
const redactie = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/redactie',
  validateSearch: redactieSearch,
  component: lazyRouteComponent(() => import('./redactie/RedactiePage'), 'RedactiePage'),
})

/** Where the link in a mail leads. */
const link = createRoute({
  getParentRoute: () => root,
  path: '/mijn/inloggen',
  component: lazyRouteComponent(() => import('./inloggen/LinkPage'), 'LinkPage'),
})

/** Where the mail leads that asks whether listings still hold; its link is enough. */
const kloptNog = createRoute({
  getParentRoute: () => root,
  path: '/mijn/klopt-nog',
  component: lazyRouteComponent(() => import('./klopt-nog/KloptNogPage'), 'KloptNogPage'),
})

/** Where the end of a mail leads that may be stopped; its link is enough. */
const afmelden = createRoute({
  getParentRoute: () => root,
  path: '/mijn/afmelden',
  component: lazyRouteComponent(() => import('./mail/AfmeldenPage'), 'AfmeldenPage'),
})

/** Which mail somebody wants, for who is logged in. */
const mail = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/mail',
  component: lazyRouteComponent(() => import('./mail/MailPage'), 'MailPage'),
})

/** Registering an organisation, and where the link in the mail about that leads. */
const aansluiten = createRoute({
  getParentRoute: () => root,
  path: '/mijn/aansluiten',
  component: lazyRouteComponent(() => import('./aansluiten/AansluitenPage'), 'AansluitenPage'),
})

/** For the redactie: what was registered, and requests that no owner answers. */
const aanmeldingen = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/redactie/aanmeldingen',
  component: lazyRouteComponent(
    () => import('./aanmeldingen/AanmeldingenPage'),
    'AanmeldingenPage',
  ),
})

/** For the redactie: whom to call, because mail did not help. */
const bellen = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/redactie/bellen',
  component: lazyRouteComponent(() => import('./bellen/BellenPage'), 'BellenPage'),
})

/** For the redactie: what is on the map twice. */
const dubbel = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/redactie/dubbel',
  component: lazyRouteComponent(() => import('./dubbel/DubbelPage'), 'DubbelPage'),
})

/** An organisation for its own people: what it says of itself, and who works for it. */
const organisatie = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/organisaties/$id',
  component: lazyRouteComponent(() => import('./organisatie/OrganisatiePage'), 'OrganisatiePage'),
})

/** The calendars of an organisation that say when its listings are. */
const agenda = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/organisaties/$id/agenda',
  component: lazyRouteComponent(() => import('./agenda/AgendaPage'), 'AgendaPage'),
})

/** Where the invitation in a mail leads. */
const uitnodiging = createRoute({
  getParentRoute: () => root,
  path: '/mijn/uitnodiging',
  component: lazyRouteComponent(() => import('./uitnodiging/UitnodigingPage'), 'UitnodigingPage'),
})

/** In a demo: the mail that would have been sent. */
const demoBerichten = createRoute({
  getParentRoute: () => root,
  path: '/mijn/demo-berichten',
  component: lazyRouteComponent(() => import('./demo/DemoBerichtenPage'), 'DemoBerichtenPage'),
})

/** A new listing; `organisatie` is whose it will be. */
const nieuw = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/aanbod/nieuw',
  validateSearch: ({ organisatie }): { organisatie?: string } =>
    typeof organisatie === 'string' ? { organisatie } : {},
  component: lazyRouteComponent(() => import('./bewerken/NieuwPage'), 'NieuwPage'),
})

/** Writing one listing. */
const bewerken = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/aanbod/$id',
  component: lazyRouteComponent(() => import('./bewerken/BewerkPage'), 'BewerkPage'),
})

/** What residents would see of it. */
const voorbeeld = createRoute({
  getParentRoute: () => loggedIn,
  path: '/mijn/aanbod/$id/voorbeeld',
  component: lazyRouteComponent(
    () => import('./bewerken/voorbeeld/VoorbeeldPage'),
    'VoorbeeldPage',
  ),
})

const routeTree = root.addChildren([
  aansluiten,
  afmelden,
  code,
  demoBerichten,
  kloptNog,
  link,
  uitnodiging,
  loggedIn.addChildren([
    aanmeldingen,
    achteraf,
    accounts,
    agenda,
    bestand,
    bellen,
    bewerken,
    cijfers,
    dubbel,
    historie,
    home,
    invoer,
    logboek,
    mail,
    nieuw,
    organisatie,
    organisatieCijfers,
    plekken,
    redactie,
    sessies,
    tweedeStap,
    versheid,
    voorbeeld,
  ]),
])

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
