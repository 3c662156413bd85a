import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const SESSIE = {
  accountId: 'a-1',
  naam: 'Vera',
  email: 'vera@example.org',
  rol: 'lid',
  verlooptOp: '2026-12-01T12:00:00Z',
}
const BRUG = {
  id: 'o-1',
  slug: 'de-brug',
  naam: 'De Brug',
  categorie: 'voorziening',
  gecontroleerd: true,
  wijken: ['Holtenbroek', 'Diezerpoort'],
  redenen: ['naam', 'telefoon'],
}
const NOBODY: Answers = {
  '/sessies/huidige': 401,
  '/organisaties/gelijkenissen': { resultaten: [] },
}
const NAME = 'Hoe heet jullie organisatie of initiatief?'
const LINK = {
  naam: 'Vera',
  email: 'vera@example.org',
  nieuw: { naam: 'Soep', categorie: 'initiatief' },
}

/** What the page sent to this address. */
function sentTo(path: string, answer: Record<string, unknown>) {
  const sent: unknown[] = []
  const answers: Answers = {
    [path]: (_, request) => {
      void request.json().then((body) => sent.push(body))
      return answer
    },
  }
  return { sent, answers }
}

it('vraagt in één formulier wat nodig is, en stuurt een link', async () => {
  const { sent, answers } = sentTo('/aansluitlinks', { geldigMinuten: 60 })
  answerWith({ ...NOBODY, ...answers })
  const { user } = renderMijnAt('/mijn/aansluiten')
  await user.type(await screen.findByLabelText(NAME), 'Soep op de stoep')
  await user.click(screen.getByLabelText('Een initiatief van bewoners'))
  await user.click(screen.getByText(/^Website, telefoon/))
  await user.type(screen.getByLabelText('Website'), 'soep.example.org')
  await user.type(screen.getByLabelText('Hoe heet je?'), 'Vera')
  await user.type(screen.getByLabelText('Je e-mailadres'), 'vera@example.org{Enter}')
  expect(await screen.findByRole('heading', { name: 'Kijk in je mail' })).toHaveFocus()
  expect(sent).toEqual([
    {
      naam: 'Vera',
      email: 'vera@example.org',
      nieuw: {
        naam: 'Soep op de stoep',
        categorie: 'initiatief',
        website: 'https://soep.example.org',
      },
    },
  ])
  await user.click(screen.getByRole('button', { name: 'Verander wat ik invulde' }))
  expect(screen.getByLabelText(NAME)).toHaveValue('Soep op de stoep')
})

it('zegt tijdens het typen wat er al is en waarom, en vraagt dan om mee te werken', async () => {
  const { sent, answers } = sentTo('/aansluitlinks', { geldigMinuten: 60 })
  answerWith({ ...NOBODY, ...answers, '/organisaties/gelijkenissen': { resultaten: [BRUG] } })
  const { user } = renderMijnAt('/mijn/aansluiten')
  await user.type(await screen.findByLabelText(NAME), 'De Brg')
  expect(
    await screen.findByRole('heading', { name: 'Bestaat misschien al: sluit je aan?' }),
  ).toBeVisible()
  expect(screen.getByText('Holtenbroek en Diezerpoort')).toBeVisible()
  expect(screen.getByText('de naam lijkt erop en zelfde telefoonnummer')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Ik hoor bij De Brug' }))
  expect(screen.getByText('Je wilt meewerken bij De Brug.')).toBeVisible()
  expect(screen.queryByLabelText(NAME)).toBeNull()
  await user.type(screen.getByLabelText('Hoe heet je?'), 'Vera')
  await user.type(screen.getByLabelText('Je e-mailadres'), 'vera@example.org{Enter}')
  await screen.findByRole('heading', { name: 'Kijk in je mail' })
  expect(sent).toEqual([{ naam: 'Vera', email: 'vera@example.org', organisatie: 'o-1' }])
})

it('zet de focus op het eerste dat nog ontbreekt, en stuurt niets', async () => {
  const calls = answerWith(NOBODY)
  const { user } = renderMijnAt('/mijn/aansluiten')
  const naam = await screen.findByLabelText(NAME)
  await user.click(screen.getByRole('button', { name: 'Stuur me een link' }))
  expect(naam).toHaveFocus()
  expect(naam).toHaveAccessibleDescription('Vul in hoe jullie heten.')
  expect(screen.getByText('Kies wat het best past.')).toBeVisible()
  expect(screen.getByLabelText('Je e-mailadres')).toHaveAccessibleDescription(/^Vul je e-mail/)
  expect(calls.some(({ pathname }) => pathname.endsWith('/aansluitlinks'))).toBe(false)
})

it.each([
  [429, /te vaak/],
  ['away', /geen verbinding/],
] as const)('zegt wat er misging en laat staan wat je typte: %s', async (answer, words) => {
  answerWith({ ...NOBODY, '/aansluitlinks': answer })
  const { user } = renderMijnAt('/mijn/aansluiten')
  await user.type(await screen.findByLabelText(NAME), 'Soep')
  await user.click(screen.getByLabelText('Een initiatief van bewoners'))
  await user.type(screen.getByLabelText('Hoe heet je?'), 'Vera')
  await user.type(screen.getByLabelText('Je e-mailadres'), 'vera@example.org{Enter}')
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByLabelText(NAME)).toHaveValue('Soep')
})

it('gebruikt de link pas als je op de knop drukt, en zegt wat er daarna gebeurt', async () => {
  let used = 0
  answerWith({
    ...NOBODY,
    '/aansluitlinks/huidig': LINK,
    '/aansluitlinks/huidig/bevestigingen': (_, request) => {
      used += 1
      expect(request.headers.get('aansluit-token')).toBe('geheim')
      return { uitkomst: 'nieuw', organisatie: { id: 'o', naam: 'Soep' }, sessie: SESSIE }
    },
  })
  const { user, address } = renderMijnAt('/mijn/aansluiten#geheim')
  expect(await screen.findByText('Soep')).toBeVisible()
  expect(screen.getByText('vera@example.org')).toBeVisible()
  expect(used).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Bevestig en log in' }))
  expect(await screen.findByRole('heading', { name: 'Welkom, Vera' })).toHaveFocus()
  expect(screen.getByText(/^Soep is aangemeld/)).toBeVisible()
  expect(address()).toBe('/mijn/aansluiten')
})

it('wijst de weg als de link niet meer werkt', async () => {
  answerWith({ ...NOBODY, '/aansluitlinks/huidig': 404 })
  const { user } = renderMijnAt('/mijn/aansluiten#oud')
  expect(await screen.findByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Meld je opnieuw aan' }))
  expect(await screen.findByLabelText(NAME)).toBeVisible()
})

it('vraagt wie al is ingelogd geen naam en adres', async () => {
  answerWith({
    ...NOBODY,
    '/sessies/huidige': SESSIE,
    '/organisaties/gelijkenissen': { resultaten: [BRUG] },
    '/organisaties/o-1/aansluitverzoeken': { uitkomst: 'wacht', organisatie: BRUG },
  })
  const { user } = renderMijnAt('/mijn/aansluiten')
  await user.type(await screen.findByLabelText(NAME), 'De Brug')
  expect(screen.queryByLabelText('Je e-mailadres')).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Ik hoor bij De Brug' }))
  await user.click(screen.getByRole('button', { name: 'Vraag of ik mee mag doen' }))
  expect(await screen.findByText(/^Je vraag is gesteld/)).toBeVisible()
})

it('zegt op het begin wat je nog hebt gevraagd, en laat je dat intrekken', async () => {
  let asked = [{ organisatie: BRUG, gevraagdOp: '2026-11-30T10:00:00Z' }]
  answerWith({
    '/sessies/huidige': SESSIE,
    '/lidmaatschappen': { resultaten: [] },
    '/aansluitverzoeken': () => ({ resultaten: asked }),
    '/organisaties/o-1/aansluitverzoeken/eigen/intrekkingen': () => {
      asked = []
      return {}
    },
  })
  const { user } = renderMijnAt('/mijn')
  await user.click(await screen.findByRole('button', { name: 'Trek in' }))
  expect(await screen.findByText('Je vraag is ingetrokken.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Trek in' })).toBeNull()
})
