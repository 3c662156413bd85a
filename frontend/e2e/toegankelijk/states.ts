import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { cutNetwork, expect } from '../page'
import { seeAgenda, seeFailing } from './agendas'
import { seeCijfers, seeFew, seeNothing, seeOverview } from './cijfers'
import { openFile } from './invoer'
import { seeCopies, seeCopy } from './plekken'
import { seeCodes, seeEndComing, seeHalfWay, seeOn, seeSecret } from './tweedeStap'
import { REDACTIE } from './redactie'

async function firstListing(page: Page, language = '') {
  await page.goto(`${language}/zoeken?q=koffie`)
  await page.getByRole('article').first().getByRole('link').click()
  await expect(page.locator('.sk-aanbod__side')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

async function openReport(page: Page, address = '/zoeken?q=asdfgh+in+holtenbroek') {
  await page.goto(address)
  await page.getByRole('button', { name: 'Vertel wat er mist' }).click()
  await expect(page.getByRole('button', { name: 'Meld dat dit er niet is' })).toBeVisible()
}

async function saveTwo(page: Page) {
  await page.goto('/zoeken?q=koffie')
  const save = page.getByRole('button', { name: /^Zet op mijn lijst/ })
  await save.first().click()
  await save.first().click()
  await page.getByRole('link', { name: 'Mijn lijst (2)' }).click()
  await expect(page.locator('.sk-item__facts')).toHaveCount(2)
}

/** Chromium on a server has no voices; this one notes what it would have to say. */
async function giveVoice(page: Page) {
  await page.addInitScript(() => {
    const voice = { lang: 'nl-NL', localService: true } as SpeechSynthesisVoice
    speechSynthesis.getVoices = () => [voice]
    speechSynthesis.speak = () => undefined
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
      value: null,
      writable: true,
    })
  })
}

/** One of each kind that waits for the redactie, as the demo has none. */
async function withAanmeldingen(page: Page) {
  const kort = { id: KEY, slug: 'de-brug', naam: 'De Brug' }
  const since = '2026-11-20T10:00:00Z'
  const persoon = { accountId: KEY, naam: 'Anna', email: 'anna@example.org' }
  const organisatie = { ...kort, categorie: 'initiatief', omschrijving: 'Samen soep eten.' }
  const gelijkend = [
    { ...organisatie, wijken: ['Holtenbroek'], redenen: ['naam'], gecontroleerd: true },
  ]
  const nieuw = { organisatie, aangemeldOp: since, mensen: [persoon], aanbod: 1, gelijkend }
  const kwijt = { organisatie: kort, verlatenOp: since, mensen: 0 }
  const verzoek = { organisatie: kort, persoon, gevraagdOp: since, waarom: 'geen-antwoord' }
  await page.route('**/api/v1/aanmeldingen', (route) =>
    route.fulfill({ json: { nieuw: [nieuw], verzoeken: [verzoek], zonderEigenaar: [kwijt] } }),
  )
  await logInAs(page, 'redactie@example.org')
  await page.goto('/mijn/redactie/aanmeldingen')
  await expect(page.getByRole('heading', { name: 'Nieuwe organisaties' })).toBeVisible()
}

const KEY = '01900000-0000-7000-8000-000000000000'

/** All that can be less sure of a listing, and what is not. */
const WEAK = [
  {
    groep: 'contact',
    stand: 'gecontroleerd',
    waarde: 0.6,
    bevestigdOp: '2026-03-01T10:00:00Z',
    meldingen: 0,
    werktNiet: [
      { kanaal: 'website', adres: 'https://koffie.example.org/elke-dinsdag', sinds: '2026-11-03' },
    ],
  },
  {
    groep: 'tijden',
    stand: 'twijfel',
    waarde: 0.4,
    bevestigdOp: '2026-03-01T10:00:00Z',
    meldingen: 2,
    werktNiet: [],
  },
  { groep: 'kosten', stand: 'gecontroleerd', waarde: 0.8, meldingen: 0, werktNiet: [] },
  { groep: 'capaciteit', stand: 'nooit', waarde: 0, meldingen: 0, werktNiet: [] },
]

/** Own listings as they are seldom in the demo: due, waiting, a draft and one that stopped. */
const OWN = [
  { titel: 'Koffie in de buurt', status: 'gepubliceerd', aanDeBeurt: true },
  {
    titel: 'Samen wandelen op zondagmiddag',
    status: 'gepubliceerd',
    voorstel: true,
    sluiting: { van: '2026-11-02', tot: '2199-01-03', reden: 'We verven de zaal.' },
  },
  { titel: 'Een nieuw plan', status: 'concept' },
  { titel: 'Nog te beoordelen', status: 'ter-beoordeling' },
  { titel: 'Soep op dinsdag', status: 'gestopt' },
].map((given, i) => ({
  id: `0190000${i}-0000-7000-8000-000000000000`,
  slug: `voorbeeld-${i}`,
  voorstel: false,
  bevestigdOp: '2026-03-01T10:00:00Z',
  controlerenVoor: '2026-09-01',
  aanDeBeurt: false,
  intervalMaanden: 6,
  kopieen: 0,
  isKopie: false,
  zekerheid: i === 0 ? WEAK : [],
  wijken: [],
  gewijzigdOp: '2026-03-01T10:00:00Z',
  versie: 1,
  ...given,
}))

async function withListings(page: Page, resultaten: object[]) {
  await page.route('**/api/v1/organisaties/*/aanbod*', (route) =>
    route.fulfill({ json: { resultaten } }),
  )
}

/** A listing half written, about which there is a lot to say. */
const WRITTEN = {
  gewijzigd: true,
  aanbodVersie: 3,
  basisVersie: 1,
  inhoud: {
    titel: 'Koffie',
    samenvatting: 'Aanvang is om tien uur.',
    contact: { telefoon: 'bel maar' },
    kosten: 'gratis',
  },
  fouten: [{ veld: 'contact.telefoon', melding: 'Dit moet een telefoonnummer zijn.' }],
  ontbreekt: ['ambities', 'soort', 'openVoor'].map((veld) => ({ veld, melding: 'Vul dit in.' })),
  tips: [
    {
      veld: 'samenvatting',
      zin: 'Aanvang is om tien uur.',
      soort: 'woord',
      woord: 'Aanvang',
      liever: 'begin',
      voorstellen: [{ tekst: 'begin', zin: 'Begin is om tien uur.' }],
    },
  ],
  verschillen: [{ veld: 'kosten', hier: 'gratis', daar: 'tot-5' }],
  plek: { wijk: 'WK019330', opmerkingen: ['Het punt ligt in Holtenbroek; het punt telt.'] },
}

/** The editor of the first own listing, with this in the answer of the server. */
async function openEditor(page: Page, given: object) {
  await page.route('**/api/v1/aanbod/*/bewerking', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...((await answer.json()) as object), ...given } })
  })
  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Bewerk' }).first().click()
  await expect(page.getByRole('heading', { level: 2, name: 'Wat is het?' })).toBeVisible()
}

export type Open = (page: Page) => Promise<unknown>

/** Every page and state, by the steps that lead to it. */
const side = (id: string, titel: string) => ({
  id,
  slug: id,
  titel,
  samenvatting: 'Samen soep eten in de buurt.',
  organisatie: 'Buurthuis De Stemvork',
  plek: 'De Stemvork, Proefstraat 1',
  versie: 1,
})
const TO_CALL = {
  resultaten: [
    {
      id: 'stemvork',
      slug: 'stemvork',
      naam: 'Buurthuis De Stemvork',
      telefoon: '038 000 11 01',
      email: 'info@destemvork.example.org',
      aanbod: [{ id: 'soep', slug: 'soep', titel: 'Soep voor iedereen', reden: 'geen-antwoord' }],
    },
  ],
}
const TWICE = {
  een: side('soep', 'Soep voor iedereen'),
  ander: side('soep-eten', 'Soep eten met iedereen'),
  zekerheid: 'waarschijnlijk',
  redenen: ['titel', 'plek', 'moment'],
}

export const STATES: Record<string, Open> = {
  begin: async (page) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: /^Holtenbroek \d+ resultaten/ })).toBeVisible()
  },
  'begin met voorbeelden': async (page) => {
    await page.goto('/')
    await page.getByRole('combobox').click()
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  'begin met suggesties': async (page) => {
    await page.goto('/')
    await page.getByRole('combobox').pressSequentially('ko', { delay: 20 })
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  resultaten: async (page) => {
    await page.goto('/zoeken?q=koffie')
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'resultaten met filters en kaart': async (page) => {
    await page.goto('/zoeken?dagdeel=avond&kosten=gratis')
    await expect(page.getByRole('article').first()).toBeVisible()
    const show = page.getByRole('button', { name: 'Toon de kaart' })
    if (await show.isVisible()) await show.click()
    await expect(page.locator('.sk-map__marker').first()).toBeVisible()
  },
  'filters open op een klein scherm': async (page) => {
    await page.goto('/zoeken')
    await expect(page.getByRole('article').first()).toBeVisible()
    const button = page.getByRole('button', { name: 'Filters', exact: true })
    if (await button.isVisible()) await button.click()
  },
  'dichtbij met een postcode': async (page) => {
    await page.goto('/zoeken?q=koffie&sort=afstand')
    const filters = page.getByRole('button', { name: 'Filters', exact: true })
    if (await filters.isVisible()) await filters.click()
    await page.getByRole('combobox', { name: 'Straat, postcode of wijk' }).fill('8031')
    await expect(page.getByRole('option', { name: /8031/ })).toBeVisible()
  },
  'begin met wat je zocht': async (page) => {
    await page.addInitScript(() => {
      localStorage.setItem('recent-gezocht', '["samen eten","koffie in holtenbroek"]')
    })
    await page.goto('/')
    await page.getByText('Recent gezocht', { exact: true }).click()
    await expect(page.getByRole('link', { name: 'samen eten' })).toBeVisible()
    await page.getByRole('combobox').click()
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  'wensen naast filters, een wens eraf': async (page) => {
    await page.goto('/zoeken?q=koffie+in+holtenbroek+vanavond&zonder=wijk&kosten=gratis')
    await expect(page.getByRole('link', { name: /weer op letten$/ })).toBeVisible()
  },
  'andere spelling': async (page) => {
    await page.goto('/zoeken?q=shculden')
    await expect(page.getByText(/^Bedoelde je/)).toBeVisible()
  },
  'hulp bij nood': async (page) => {
    await page.goto('/zoeken?q=ik+wil+niet+meer+leven')
    await expect(page.getByRole('region', { name: /^Heb je nu hulp nodig/ })).toBeVisible()
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'hulp bij nood zonder resultaten': async (page) => {
    await page.goto('/zoeken?q=zelfmoord&kosten=meer-15&wijk=berkum&taal=bg')
    await expect(page.getByText('We vonden niets dat past')).toBeVisible()
  },
  'niets gevonden met een uitweg per filter': async (page) => {
    await page.goto('/zoeken?q=koffie&kosten=meer-15&wijk=berkum')
    await expect(page.getByRole('link', { name: /^Zonder ‘/ }).first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Of kies een onderwerp' })).toBeVisible()
  },
  'melden wat er mist': (page) => openReport(page),
  'melden wat er mist, nog niets gekozen': async (page) => {
    await openReport(page, '/zoeken?q=asdfgh')
    await page.getByRole('button', { name: 'Meld dat dit er niet is' }).click()
    await expect(page.getByText('Kies een onderwerp, of iets anders')).toBeVisible()
  },
  'melden wat er mist, geen verbinding': async (page) => {
    await openReport(page)
    await cutNetwork(page)
    await page.getByRole('button', { name: 'Meld dat dit er niet is' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
  },
  'gemeld wat er mist': async (page) => {
    await openReport(page, '/zoeken?thema=eten&wijk=berkum')
    await page.getByRole('button', { name: 'Meld dat dit er niet is' }).click()
    await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeVisible()
  },
  'niets gevonden': (page) => page.goto('/zoeken?q=xyzzyplugh&wijk=berkum&kosten=gratis'),
  'onbekend filter': (page) => page.goto('/zoeken?thema=bestaat-niet'),
  'geen verbinding': async (page) => {
    await page.goto('/over')
    await cutNetwork(page)
    await page.getByRole('link', { name: 'Begin met zoeken' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
  },
  'de zoekmachine is weg': async (page) => {
    await page.route('**/api/v1/zoeken?*', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...((await answer.json()) as object), gedegradeerd: true } })
    })
    await page.goto('/over')
    await page.getByRole('link', { name: 'Begin met zoeken' }).click()
    await expect(page.getByText('Zoeken werkt nu iets minder slim.')).toBeVisible()
  },
  'agenda van vandaag': async (page) => {
    await page.goto('/agenda')
    await expect(page.getByRole('link', { name: /^Avond en weekend/ })).toBeVisible()
    await expect(page.getByText(/keer iets te doen$/).first()).toBeVisible()
  },
  'agenda van een week met filters': async (page) => {
    await page.goto('/agenda?kosten=gratis&avondOfWeekend=true')
    await page.getByRole('link', { name: 'Komende 7 dagen' }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await page.getByText('Werkt de knop niet?').click()
  },
  'agenda zonder iets': async (page) => {
    await page.goto('/agenda?thema=rouw&dagdeel=nacht')
    await expect(page.getByRole('link', { name: 'Kijk zonder filters' })).toBeVisible()
  },
  'in je agenda zetten': async (page) => {
    await page.goto('/agenda')
    await page.getByRole('link', { name: 'Komende 7 dagen' }).click()
    await page.getByRole('article').first().getByRole('link').click()
    await page.getByText('Zet in je agenda').click()
    await expect(page.getByRole('link', { name: 'Zet er één keer in' })).toBeVisible()
  },
  activiteit: (page) => firstListing(page),
  'een activiteit waarvan niet alles zeker is': async (page) => {
    await page.goto('/aanbod/vrouwenontbijt-in-zes-talen')
    await expect(page.getByText(/^Of deze tijden nog kloppen, weten we niet zeker/)).toBeVisible()
  },
  'een activiteit met een website die niet werkt': async (page) => {
    await page.goto('/aanbod/buurtkamer-op-zaterdagavond')
    await expect(page.getByText('De website werkte de laatste dagen niet.')).toBeVisible()
  },
  'een activiteit die wordt voorgelezen': async (page) => {
    await giveVoice(page)
    await firstListing(page)
    await page.getByRole('button', { name: 'Lees voor' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Stop met voorlezen' })).toBeFocused()
  },
  organisatie: async (page) => {
    await firstListing(page)
    await page.locator('a[href^="/organisaties/"]').first().click()
    // A listing shows others too: only the heading tells that the move is over.
    await expect(page).toHaveURL(/\/organisaties\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'mijn lijst': async (page) => {
    await saveTwo(page)
    await page
      .getByRole('button', { name: /^Schrijf er iets bij/ })
      .first()
      .click()
    await page.keyboard.type('Bel 06 1234 5678')
    await page
      .getByRole('button', { name: /^Haal van mijn lijst/ })
      .last()
      .click()
    await page.getByRole('button', { name: 'Toon een QR-code' }).click()
    await expect(page.getByRole('img', { name: 'QR-code van je lijst' })).toBeVisible()
  },
  'mijn lijst, leeg': async (page) => {
    await page.goto('/mijn-lijst')
    await expect(page.getByText('Er staat nog niets op je lijst')).toBeVisible()
  },
  'een lijst van een ander': async (page) => {
    await saveTwo(page)
    await page.route('**/api/v1/aanbod?*', (route) =>
      route.fulfill({ json: { resultaten: [], volgende: null } }),
    )
    await page.goto(await page.getByRole('textbox', { name: 'Link naar je lijst' }).inputValue())
    await expect(page.getByText('Dit staat niet meer op de kaart.').first()).toBeVisible()
  },
  'een lijst die niet te lezen is': (page) => page.goto('/lijst#1.onzin.1'),
  'een lijst zonder inhoud': (page) => page.goto('/lijst'),
  situaties: (page) => page.goto('/situaties'),
  'een situatie': async (page) => {
    await page.goto('/situaties/geldzorgen')
    await expect(page.getByRole('article').nth(2)).toBeVisible()
  },
  'een situatie die er niet is': (page) => page.goto('/situaties/bestaat-niet'),
  'een wijk': async (page) => {
    await page.goto('/wijken/holtenbroek')
    await expect(page.getByRole('article').nth(2)).toBeVisible()
  },
  'een wijk die er niet is': (page) => page.goto('/wijken/bestaat-niet'),
  over: (page) => page.goto('/over'),
  'ik wil iets doen': async (page) => {
    await page.goto('/ik-wil-iets-doen?tijd=uur&graag=gezelschap')
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'ik wil iets doen, dat er niet is': async (page) => {
    await page.goto('/ik-wil-iets-doen?tijd=af-en-toe&graag=papieren&wijk=berkum')
    await expect(page.getByText('Dit past nu nergens.')).toBeVisible()
  },
  'iets doen in het Arabisch': (page) => page.goto('/ar/ik-wil-iets-doen'),
  toegankelijkheid: (page) => page.goto('/toegankelijkheid'),
  'niet gevonden': (page) => page.goto('/bestaat-niet'),
  inloggen: (page) => page.goto('/mijn'),
  'inloggen met een fout': async (page) => {
    await page.goto('/mijn')
    await page.getByRole('button', { name: 'Stuur een link' }).click()
    await expect(page.getByText(/^Vul je e-mailadres in/)).toBeVisible()
    await page.getByText('Log in met een wachtwoord').click()
  },
  'een link gevraagd': async (page) => {
    await page.route('**/api/v1/inloglinks', (route) =>
      route.fulfill({ status: 202, json: { geldigMinuten: 15 } }),
    )
    await page.goto('/mijn')
    await page.getByRole('textbox', { name: 'Je e-mailadres' }).fill('iemand@example.org')
    await page.getByRole('button', { name: 'Stuur een link' }).click()
    await expect(page.getByRole('heading', { name: 'Kijk in je mail' })).toBeFocused()
  },
  'met de link uit de mail': (page) => page.goto('/mijn/inloggen#verzonnen'),
  'een link die niet meer werkt': async (page) => {
    await page.goto('/mijn/inloggen#verzonnen')
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByRole('button', { name: 'Stuur een nieuwe link' })).toBeVisible()
  },
  'inloggen zonder verbinding': async (page) => {
    await page.route('**/api/**', (route) => route.abort('failed'))
    await page.goto('/mijn')
    await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible()
  },
  'mijn aanbod': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await expect(page.getByRole('button', { name: 'Klopt nog' }).first()).toBeVisible()
  },
  'mijn aanbod, iets aan de beurt': async (page) => {
    await withListings(page, OWN)
    await logInAs(page, 'vrijwilliger@example.org')
    await expect(page.getByText('1 van de 2 is aan de beurt. Klopt het nog?')).toBeVisible()
  },
  'mijn aanbod, even dicht': async (page) => {
    await withListings(page, OWN)
    await logInAs(page, 'vrijwilliger@example.org')
    await page.getByRole('button', { name: 'Even dicht' }).first().click()
    await page.getByRole('button', { name: 'Dicht tot en met deze dag' }).click()
    await expect(page.getByText('Kies een dag.')).toBeVisible()
    await page.getByRole('button', { name: 'Weer open', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible()
  },
  'mijn aanbod, nog niets': async (page) => {
    await withListings(page, [])
    await logInAs(page, 'vrijwilliger@example.org')
    await expect(page.getByText(/^Hier staat nog niets/)).toBeVisible()
  },
  'iets nieuws': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.goto('/mijn/aanbod/nieuw')
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByText(/minstens twee letters/)).toBeVisible()
  },
  'een aanbod bewerken': async (page) => {
    await openEditor(page, {})
    await page.getByRole('button', { name: 'Zet de speld op de kaart' }).click()
    await expect(page.getByRole('application')).toBeVisible()
    for (const more of await page.locator('.sk-bewerk__more summary').all()) await more.click()
  },
  'een aanbod bewerken dat niet zeker is': async (page) => {
    await openEditor(page, { zekerheid: WEAK })
    await expect(page.getByRole('button', { name: 'De tijden kloppen' })).toBeVisible()
  },
  'een aanbod bewerken, met tips, fouten en een keuze': async (page) => {
    await openEditor(page, WRITTEN)
    await page.getByRole('button', { name: /^Klaar|^Stuur/ }).click()
    await expect(page.getByRole('heading', { name: 'Op de kaart is intussen iets' })).toBeFocused()
  },
  'een voorbeeld van een aanbod': async (page) => {
    await openEditor(page, {})
    await page.getByRole('button', { name: 'Bekijk hoe het eruitziet' }).click()
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible()
  },
  'een aanbod bewerken zonder verbinding': async (page) => {
    await openEditor(page, {})
    await cutNetwork(page)
    await page.getByRole('textbox', { name: 'Wat gebeurt er?' }).fill('Koffie.')
    await expect(page.getByText(/^Nog niet bewaard/).first()).toBeVisible()
  },
  'waar je bent ingelogd': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.getByRole('link', { name: /Vera Vrijwilliger$/ }).click()
    await expect(page.getByText('Deze browser')).toBeVisible()
  },
  ...REDACTIE,
  'mail in de demo': async (page) => {
    await page.request.post('/api/v1/inloglinks', { data: { email: 'vrijwilliger@example.org' } })
    await page.goto('/mijn/demo-berichten')
    const mail = page.getByText('Log in op de sociale kaart').first()
    await expect(async () => {
      await page.reload()
      await mail.click({ timeout: 1_000 })
    }).toPass()
  },
  'je organisatie aanmelden': async (page) => {
    await page.goto('/mijn/aansluiten')
    await page.getByLabel(/^Hoe heet jullie organisatie/).fill('Buurthuis')
    await expect(page.getByRole('heading', { name: /^Bestaat misschien al/ })).toBeVisible()
    await page.getByText(/^Website, telefoon/).click()
  },
  'je organisatie aanmelden, met fouten': async (page) => {
    await page.goto('/mijn/aansluiten')
    await page.getByRole('button', { name: 'Stuur me een link' }).click()
    await expect(page.getByText('Vul in hoe jullie heten.')).toBeVisible()
  },
  'bij een organisatie horen': async (page) => {
    await page.goto('/mijn/aansluiten')
    await page.getByLabel(/^Hoe heet jullie organisatie/).fill('Buurthuis')
    await page
      .getByRole('button', { name: /^Ik hoor bij/ })
      .first()
      .click()
    await expect(page.getByText(/^Je wilt meewerken bij/)).toBeVisible()
  },
  'aanmelden, een link gevraagd': async (page) => {
    await page.route('**/api/v1/aansluitlinks', (route) =>
      route.fulfill({ status: 202, json: { geldigMinuten: 60 } }),
    )
    await page.goto('/mijn/aansluiten')
    await page.getByLabel(/^Hoe heet jullie organisatie/).fill('Zilverdistel')
    await page.getByLabel('Een initiatief van bewoners').check()
    await page.getByLabel('Hoe heet je?').fill('Vera')
    await page.getByLabel('Je e-mailadres').fill('iemand@example.org')
    await page.getByRole('button', { name: 'Stuur me een link' }).click()
    await expect(page.getByRole('heading', { name: 'Kijk in je mail' })).toBeFocused()
  },
  'aanmelden, de link uit de mail': async (page) => {
    await page.route('**/api/v1/aansluitlinks/huidig', (route) =>
      route.fulfill({
        json: {
          naam: 'Vera',
          email: 'iemand@example.org',
          nieuw: { naam: 'Soep op de stoep', categorie: 'initiatief' },
        },
      }),
    )
    await page.goto('/mijn/aansluiten#verzonnen')
    await expect(page.getByText('Soep op de stoep')).toBeVisible()
  },
  'aanmelden, een link die niet meer werkt': async (page) => {
    await page.goto('/mijn/aansluiten#verzonnen')
    await expect(page.getByRole('link', { name: 'Meld je opnieuw aan' })).toBeVisible()
  },
  aanmeldingen: async (page) => {
    await withAanmeldingen(page)
    await page.getByRole('button', { name: 'Wijs af…' }).click()
  },
  'een link die niet van ons is': (page) => page.goto('/mijn/klopt-nog#nooit-gestuurd'),
  'welke mail je krijgt': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.goto('/mijn/mail')
    await expect(page.getByRole('button', { name: 'Stop deze mail' })).toHaveCount(3)
  },
  'een mail die je stopt': async (page) => {
    const soorten = ['aansluitverzoek', 'agenda-mislukt', 'controle'].map((soort) => ({
      soort,
      gewenst: soort !== 'controle',
    }))
    await page.route('**/api/v1/mailvoorkeuren/huidig', (route) =>
      route.fulfill({ json: { adres: 'v…@example.org', soorten } }),
    )
    await page.goto('/mijn/afmelden#verzonnen&controle')
    await expect(page.getByRole('button', { name: 'Stuur deze mail weer' })).toBeVisible()
  },
  'een link om te stoppen die niet werkt': (page) => page.goto('/mijn/afmelden#verzonnen&controle'),
  'wat er dubbel lijkt': async (page) => {
    await page.route('**/api/v1/dubbelen*', (route) =>
      route.fulfill({ json: { resultaten: [TWICE] } }),
    )
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie/dubbel')
    await page
      .getByRole('button', { name: /blijft$/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: 'Voeg samen' })).toBeVisible()
  },
  'nieuw aanbod dat er misschien al is': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.goto('/mijn/aanbod/nieuw')
    await page.getByRole('textbox').first().fill('Koffieochtend Aa-landen')
    await expect(page.getByRole('heading', { name: 'Dit bestaat misschien al' })).toBeVisible()
  },
  'wie je belt': async (page) => {
    await page.route('**/api/v1/belverzoeken*', (route) => route.fulfill({ json: TO_CALL }))
    await logInAs(page, 'redactie@example.org')
    await page.goto('/mijn/redactie/bellen')
    await expect(page.getByRole('button', { name: 'Klopt nog' })).toBeVisible()
  },
  accounts: async (page) => {
    await logInAs(page, 'beheer@example.org')
    await page.goto('/mijn/beheer/accounts')
    await expect(page.getByRole('button', { name: 'Blokkeer' }).first()).toBeVisible()
    await page.getByLabel('Zoek een lid').fill('vera')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await expect(page.getByText('Typ een heel e-mailadres, zoals')).toBeVisible()
  },
  logboek: async (page) => {
    await logInAs(page, 'beheer@example.org')
    await page.goto('/mijn/beheer/logboek')
    await expect(page.getByLabel('Waarover')).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  },
  'een agenda koppelen': seeAgenda,
  'een agenda die niet te lezen is': seeFailing,
  'op meer plekken': seeCopies,
  'een kopie die afwijkt': seeCopy,
  'een tweede stap aanzetten': seeSecret,
  'herstelcodes van een tweede stap': seeCodes,
  'een tweede stap die aan staat': seeOn,
  'inloggen met een code': seeHalfWay,
  'een sessie die bijna afloopt': seeEndComing,
  'wat aanbod oplevert': seeCijfers,
  'wat aanbod oplevert, te weinig': seeFew,
  'wat aanbod oplevert, nog niets': seeNothing,
  'wat al het aanbod oplevert': seeOverview,
  'een bestand sturen': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.goto('/mijn/invoer')
    await expect(page.getByRole('button', { name: 'Kies een bestand' })).toBeVisible()
  },
  'een bestand dat geen tabel is': async (page) => {
    await logInAs(page, 'vrijwilliger@example.org')
    await page.goto('/mijn/invoer')
    const file = { name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('alert').filter({ hasText: 'Dit is een PDF' })).toBeVisible()
  },
  'een bestand, welke kolom is wat': async (page) => {
    await openFile(page, { stand: 'koppelen' }, 'Welke kolom is wat?')
    await page.getByText('1 kolom die we herkennen').click()
  },
  'een bestand, dit gaat er gebeuren': (page) => openFile(page, {}, 'Dit gaat er gebeuren'),
  'een bestand, bezig': (page) =>
    openFile(page, { stand: 'uitvoeren', gedaan: 120 }, 'Bezig met uitvoeren'),
  'een bestand, klaar': async (page) => {
    await openFile(page, { stand: 'klaar', gedaan: 270 }, 'Klaar')
    await page.getByRole('button', { name: 'Draai dit bestand terug' }).click()
  },
  'niet gevonden, ingelogd': (page) => page.goto('/mijn/bestaat-niet'),
  'begin in het Engels': (page) => page.goto('/en'),
  'resultaten in het Engels': async (page) => {
    await page.goto('/en/zoeken?q=coffee')
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'een activiteit in het Engels': (page) => firstListing(page, '/en'),
  'begin in het Arabisch': (page) => page.goto('/ar'),
  'resultaten in het Arabisch': async (page) => {
    await page.goto('/ar/zoeken?kosten=gratis')
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'een activiteit in het Arabisch': (page) => firstListing(page, '/ar'),
  'een situatie in het Arabisch': (page) => page.goto('/ar/situaties/geldzorgen'),
}
