import { createServer } from 'node:http'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { freePort } from './eigenKaart'
import { logInAs } from './inloggen'
import { expect, test } from './page'

const SECRET = 'Een concept dat niemand mag lezen'
const NOBODY = '018f0000-0000-7000-8000-000000000000'

interface Listing {
  id: string
  versie: number
  titel: string
}

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let attacker: Page
let redactie: Page
let other: string
let live: Listing
let draft: Listing

test.beforeAll(async ({ browser }) => {
  attacker = await someone(browser, 'vrijwilliger@example.org')
  redactie = await someone(browser, 'redactie@example.org')
  const own = await ownOrganisation()
  const { resultaten } = await read<{ resultaten: (Listing & { organisatie: { id: string } })[] }>(
    redactie.request,
    '/api/v1/aanbod?limit=50',
  )
  const found = resultaten.find(({ organisatie }) => organisatie.id !== own)
  if (!found) throw new Error('In de demo is er van niemand anders iets.')
  other = found.organisatie.id
  live = await read<Listing>(redactie.request, `/api/v1/aanbod/${found.id}`)
  const made = await redactie.request.post('/api/v1/aanbod', {
    data: { organisatie: other, titel: SECRET, contact: { telefoon: '038 000 99 99' } },
  })
  expect(made.status()).toBe(201)
  draft = (await made.json()) as Listing
})

test.afterAll(async () => {
  await redactie.request.delete(`/api/v1/aanbod/${draft.id}`, {
    headers: { 'If-Match': `"${draft.versie}"` },
  })
  await Promise.all([attacker.context().close(), redactie.context().close()])
})

test('de pagina’s van een andere organisatie zeggen niets en doen niets', async () => {
  const pages = [
    ...['', '/historie', '/plekken', '/voorbeeld'].map((page) => `/mijn/aanbod/${draft.id}${page}`),
    ...['', '/agenda'].map((page) => `/mijn/organisaties/${other}${page}`),
    ...['', '/achteraf', '/aanmeldingen', '/bellen', '/dubbel', '/versheid'].map(
      (page) => `/mijn/redactie${page}`,
    ),
    '/mijn/beheer/accounts',
    '/mijn/beheer/logboek',
    `/mijn/aanbod/${NOBODY}`,
    '/mijn/aanbod/geen-id',
  ]
  for (const address of pages) {
    await attacker.goto(address)
    const main = attacker.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 }), address).toBeVisible()
    await attacker.waitForLoadState('networkidle')
    await expect(main, address).not.toContainText(SECRET)
    await expect(main, address).not.toContainText('038 000 99 99')
    await expect(main.getByRole('textbox'), address).toHaveCount(0)
    const doing = main.getByRole('button', { name: /Keur|Zet|Stuur|Bewaar|Beëindig|Nodig|Koppel/ })
    await expect(doing, address).toHaveCount(0)
  }
})

test('met het adres van een ander in een vraag verandert er niets', async () => {
  const before = await read<Listing>(redactie.request, `/api/v1/aanbod/${live.id}`)
  const asked: [method: string, path: string, data?: object][] = [
    ...[live, draft].flatMap(({ id }): [string, string, object?][] => [
      ['put', `/aanbod/${id}`, { titel: 'Van mij' }],
      ['delete', `/aanbod/${id}`],
      ['get', `/aanbod/${id}/bewerking`],
      ['put', `/aanbod/${id}/bewerking`, { inhoud: { titel: 'Van mij' }, basisVersie: 1 }],
      ['post', `/aanbod/${id}/bewerking/indieningen`],
      ['post', `/aanbod/${id}/stappen`, { handeling: 'publiceren' }],
      ['post', `/aanbod/${id}/stappen`, { handeling: 'stoppen' }],
      ['post', `/aanbod/${id}/bevestigingen`],
      ['post', `/aanbod/${id}/kopieen`],
      ['post', `/aanbod/${id}/plekkopieen`, { wijken: ['assendorp'] }],
      ['post', `/aanbod/${id}/sluitingen`, {}],
      ['post', `/aanbod/${id}/voorstel/besluiten`, { besluit: 'goedgekeurd' }],
      ['get', `/aanbod/${id}/historie`],
    ]),
    ['get', `/aanbod/${draft.id}`],
    ['post', '/aanbod', { organisatie: other, titel: 'Van mij' }],
    ['put', `/organisaties/${other}`, { naam: 'Van mij', categorie: 'initiatief' }],
    ['delete', `/organisaties/${other}`],
    ['get', `/organisaties/${other}/aanbod`],
    ['get', `/organisaties/${other}/leden`],
    ['post', `/organisaties/${other}/uitnodigingen`, { email: 'ik@example.org' }],
    ['get', '/beoordelingen'],
    ['get', '/logboek'],
    ['get', '/accounts'],
  ]
  for (const [method, path, data] of asked) {
    const answer = await attacker.request.fetch(`/api/v1${path}`, {
      method,
      data,
      headers: { 'If-Match': `"${before.versie}"` },
    })
    // No right to it, or not even that it is there.
    expect([403, 404], `${method} ${path}: ${answer.status()}`).toContain(answer.status())
    expect(await answer.text(), path).not.toContain(SECRET)
  }
  expect(await read(redactie.request, `/api/v1/aanbod/${live.id}`)).toEqual(before)
  expect(await read(redactie.request, `/api/v1/aanbod/${draft.id}`)).toEqual(draft)
})

test('een ander adres in de eigen pagina geeft een duidelijk antwoord, en wat je typte blijft', async () => {
  await attacker.route('**/api/v1/aanbod/*/bewerking', (route) => {
    const url = route
      .request()
      .url()
      .replace(/aanbod\/[^/]+/, `aanbod/${draft.id}`)
    return route.request().method() === 'PUT' ? route.continue({ url }) : route.fallback()
  })
  await attacker.goto('/mijn')
  await attacker
    .getByRole('link', { name: /^Bewerk/ })
    .first()
    .click()
  const summary = attacker.getByRole('textbox', { name: /^Het belangrijkste/ })
  const before = await summary.inputValue()
  await summary.fill(`${before} Bij een ander.`)
  await expect(
    attacker.getByText('Je hoort niet bij deze organisatie.', { exact: false }),
  ).toBeVisible()
  await expect(summary).toHaveValue(`${before} Bij een ander.`)
  expect(await read(redactie.request, `/api/v1/aanbod/${draft.id}`)).toEqual(draft)
  // Nothing of this is to be kept when the page goes.
  await attacker.unrouteAll()
  await summary.fill(before)
  await expect(attacker.getByText(/konden we niet bewaren/)).toHaveCount(0)
})

test('een andere website kan niets doen in naam van wie is ingelogd', async () => {
  const { resultaten } = await read<{ resultaten: Listing[] }>(
    attacker.request,
    `/api/v1/organisaties/${await ownOrganisation()}/aanbod`,
  )
  const mine = resultaten[0]
  if (!mine) throw new Error('Zij heeft geen aanbod.')
  const before = await read(attacker.request, `/api/v1/aanbod/${mine.id}/historie`)
  await attacker.goto('/mijn')
  const target = new URL(`/api/v1/aanbod/${mine.id}/bevestigingen`, attacker.url()).href
  const port = await freePort()
  const site = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<form method="post" action="${target}"><button>Win een fiets</button></form>`)
  })
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))
  await attacker.goto(`http://127.0.0.1:${port}/`)
  const answered = attacker.waitForResponse(target)
  await attacker.getByRole('button', { name: 'Win een fiets' }).click()
  expect([401, 403]).toContain((await answered).status())
  site.closeAllConnections()
  await new Promise((resolve) => site.close(resolve))
  expect(await read(attacker.request, `/api/v1/aanbod/${mine.id}/historie`)).toEqual(before)
})

async function someone(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage()
  await logInAs(page, email)
  return page
}

async function ownOrganisation(): Promise<string> {
  const { resultaten } = await read<{ resultaten: { organisatie: { id: string } }[] }>(
    attacker.request,
    '/api/v1/lidmaatschappen',
  )
  return resultaten[0]?.organisatie.id ?? ''
}

async function read<Answer>(request: APIRequestContext, path: string): Promise<Answer> {
  const answer = await request.get(path)
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as Answer
}
