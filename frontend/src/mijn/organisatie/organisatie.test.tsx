import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const PAGE = '/mijn/organisaties/o-1'
const lid = (accountId: string, naam: string, rol: string) => ({
  accountId,
  naam,
  email: `${naam.toLowerCase()}@example.org`,
  rol,
})
const VERA = lid('a-1', 'Vera', 'eigenaar')
const BO = lid('a-2', 'Bo', 'medebewerker')
const ORGANISATIE = {
  id: 'o-1',
  slug: 'de-brug',
  naam: 'De Brug',
  categorie: 'initiatief',
  relatieGemeente: 'vrij',
  versie: 3,
  gewijzigdOp: '2026-11-30T10:00:00Z',
}
const OVERDRACHT = {
  van: 'a-1',
  naar: 'a-2',
  gevraagdOp: '2026-11-30T10:00:00Z',
  verlooptOp: '2026-12-14T10:00:00Z',
}

/** Somebody in front of their organisation; what they do is kept by address. */
function open(given: Record<string, unknown> = {}, accountId = 'a-1', more: Answers = {}) {
  const done: [string, unknown][] = []
  const note = (_: URLSearchParams, request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1/organisaties/o-1', '')
    void request.text().then((body) => done.push([path, body ? JSON.parse(body) : null]))
    return {}
  }
  const acts = [
    '/leden/a-2/rollen',
    '/leden/a-2/verwijderingen',
    '/uitnodigingen',
    '/uitnodigingen/u-1/intrekkingen',
    '/overdrachten',
    '/overdrachten/huidig/aanvaardingen',
    '/overdrachten/huidig/intrekkingen',
    '/aansluitverzoeken/a-3/besluiten',
    '/vertrekken',
  ]
  const noted = acts.map((path) => [`/organisaties/o-1${path}`, note] as const)
  answerWith({
    '/sessies/huidige': {
      accountId,
      naam: 'Vera',
      email: 'vera@example.org',
      rol: 'lid',
      verlooptOp: '2026-12-01T12:00:00Z',
    },
    '/lidmaatschappen': { resultaten: [] },
    '/aansluitverzoeken': { resultaten: [] },
    '/organisaties/o-1': ORGANISATIE,
    '/organisaties/o-1/leden': { leden: [VERA, BO], uitnodigingen: [], verzoeken: [], ...given },
    ...Object.fromEntries(noted),
    ...more,
  })
  return { done, ...renderMijnAt(PAGE) }
}

const part = async (name: string) => within(await screen.findByRole('region', { name }))

it('laat een eigenaar een collega eigenaar maken, overdragen en eraf halen', async () => {
  const { done, user } = open()
  const mensen = await part('Wie werkt mee?')
  expect(mensen.getByText('Eigenaar, dat ben jij')).toBeVisible()
  await user.click(mensen.getByRole('button', { name: 'Maak eigenaar' }))
  expect(await screen.findByText('Bo is nu: Eigenaar.')).toBeInTheDocument()
  await user.click(mensen.getByRole('button', { name: 'Draag over' }))
  expect(await screen.findByText('Gevraagd. Bo krijgt een mail.')).toBeInTheDocument()
  await user.click(mensen.getByRole('button', { name: 'Haal eraf' }))
  await user.click(await screen.findByRole('button', { name: 'Nodig opnieuw uit' }))
  expect(await screen.findByText('bo@example.org krijgt een mail.')).toBeInTheDocument()
  expect(done).toEqual([
    ['/leden/a-2/rollen', { rol: 'eigenaar' }],
    ['/overdrachten', { naar: 'a-2' }],
    ['/leden/a-2/verwijderingen', null],
    ['/uitnodigingen', { email: 'bo@example.org', rol: 'medebewerker' }],
  ])
})

it('biedt een medewerker niets aan dat die niet mag', async () => {
  open({}, 'a-2')
  const mensen = await part('Wie werkt mee?')
  expect(mensen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Nodig iemand uit' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Ik stop hier' })).toBeVisible()
})

it('laat een andere eigenaar met rust', async () => {
  open({ leden: [VERA, { ...BO, rol: 'eigenaar' }] })
  expect((await part('Wie werkt mee?')).queryByRole('button')).toBeNull()
})

it('vraagt de nieuwe eigenaar om een ja', async () => {
  const { done, user } = open({ overdracht: OVERDRACHT }, 'a-2')
  const overdracht = await part('Overdragen')
  expect(overdracht.getByText(/^Vera wil dat jij eigenaar wordt/)).toBeVisible()
  expect(overdracht.getByText(/maandag 14 december/)).toBeVisible()
  await user.click(overdracht.getByRole('button', { name: 'Ja, ik word eigenaar' }))
  expect(await screen.findByText('Je bent nu eigenaar.')).toBeInTheDocument()
  expect(done).toEqual([['/overdrachten/huidig/aanvaardingen', null]])
})

it('laat een eigenaar een overdracht intrekken zolang er geen ja is', async () => {
  const { done, user } = open({ overdracht: OVERDRACHT })
  const overdracht = await part('Overdragen')
  expect(overdracht.queryByRole('button', { name: /^Ja/ })).toBeNull()
  await user.click(overdracht.getByRole('button', { name: 'Trek in' }))
  expect(await screen.findByText('De overdracht gaat niet door.')).toBeInTheDocument()
  expect(done).toEqual([['/overdrachten/huidig/intrekkingen', null]])
})

it('nodigt uit, en trekt een uitnodiging in', async () => {
  const waiting = {
    id: 'u-1',
    email: 'anna@example.org',
    rol: 'medebewerker',
    verlooptOp: '2026-12-14T10:00:00Z',
  }
  const { done, user } = open({ uitnodigingen: [waiting] })
  const nodig = await part('Nodig iemand uit')
  await user.type(nodig.getByLabelText('E-mailadres van je collega'), 'cas@example.org')
  await user.click(nodig.getByLabelText('Ook beslissen wie meewerkt'))
  await user.click(nodig.getByRole('button', { name: 'Stuur de uitnodiging' }))
  expect(await screen.findByText('cas@example.org krijgt een mail.')).toBeInTheDocument()
  await user.click(nodig.getByRole('button', { name: 'Trek in' }))
  expect(await screen.findByText(/anna@example.org is ingetrokken/)).toBeInTheDocument()
  expect(done).toEqual([
    ['/uitnodigingen', { email: 'cas@example.org', rol: 'eigenaar' }],
    ['/uitnodigingen/u-1/intrekkingen', null],
  ])
})

it('zegt bij het veld dat het geen adres is, en anders wat de server zegt', async () => {
  const { user } = open({}, 'a-1', { '/organisaties/o-1/uitnodigingen': 400 })
  const nodig = await part('Nodig iemand uit')
  const field = nodig.getByLabelText('E-mailadres van je collega')
  await user.type(field, 'cas{Enter}')
  expect(await nodig.findByText(/^Vul een e-mailadres in/)).toBeVisible()
  expect(field).toHaveFocus()
})

it('beslist over wie wil meewerken', async () => {
  const persoon = { accountId: 'a-3', naam: 'Cas', email: 'cas@example.org' }
  const { done, user } = open({ verzoeken: [{ persoon, gevraagdOp: '2026-11-30T10:00:00Z' }] })
  const verzoeken = await part('Wil meewerken')
  await user.click(verzoeken.getByRole('button', { name: 'Ja, mag meewerken' }))
  expect(await screen.findByText('Cas werkt nu mee.')).toBeInTheDocument()
  expect(done).toEqual([['/aansluitverzoeken/a-3/besluiten', { besluit: 'goedgekeurd' }]])
})

it('laat de enige eigenaar niet gaan zonder dat iemand ervoor zorgt', async () => {
  const { done, user, address } = open()
  expect(await screen.findByText(/^Je bent de enige eigenaar/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Ik stop hier' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Laat de redactie ervoor zorgen' }))
  expect(await screen.findByRole('heading', { name: 'Dag Vera' })).toHaveFocus()
  expect(address()).toBe('/mijn')
  expect(done).toEqual([['/vertrekken', { naarRedactie: true }]])
})

it('bewaart de gegevens met de versie die je zag, en verliest niets', async () => {
  let sent: unknown
  const { user } = open({}, 'a-1', {
    '/organisaties/o-1': (_, request) => {
      if (request.method === 'PUT') {
        expect(request.headers.get('if-match')).toBe('"3"')
        void request.json().then((body: unknown) => {
          sent = body
        })
      }
      return ORGANISATIE
    },
  })
  const gegevens = await part('Gegevens voor bewoners')
  await user.type(gegevens.getByLabelText('Telefoonnummer'), '038 000 12 34')
  await user.click(gegevens.getByRole('button', { name: 'Bewaar' }))
  expect(await screen.findByText('Bewaard.')).toBeInTheDocument()
  expect(sent).toMatchObject({
    naam: 'De Brug',
    telefoon: '038 000 12 34',
    relatieGemeente: 'vrij',
  })
})

it.each([403, 404])('zegt dat een organisatie niet van jou is: %s', async (status) => {
  open({}, 'a-9', { '/organisaties/o-1/leden': status })
  expect(
    await screen.findByRole('heading', { name: 'Deze organisatie is niet van jou' }),
  ).toBeVisible()
})

it('laat staan wat je typte als een ander je voor was, en zegt dat', async () => {
  const { user } = open({}, 'a-1', {
    '/organisaties/o-1': (_, request) => (request.method === 'PUT' ? 412 : ORGANISATIE),
  })
  const gegevens = await part('Gegevens voor bewoners')
  await user.type(gegevens.getByLabelText('Telefoonnummer'), '038 000 12 34')
  await user.click(gegevens.getByRole('button', { name: 'Bewaar' }))
  expect(await gegevens.findByText(/^Iemand anders veranderde dit intussen/)).toBeVisible()
  expect(gegevens.getByLabelText('Telefoonnummer')).toHaveValue('038 000 12 34')
})
