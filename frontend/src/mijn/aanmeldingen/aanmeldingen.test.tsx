import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const BRUG = {
  id: 'o-1',
  slug: 'de-brug',
  naam: 'De Brug',
  categorie: 'voorziening',
  gecontroleerd: true,
  wijken: [],
  redenen: ['website'],
}
const NIEUW = {
  organisatie: {
    id: 'o-2',
    slug: 'de-brug-2',
    naam: 'Buurthuis Brug',
    categorie: 'initiatief',
    website: 'https://brug.example.org',
    versie: 1,
    gewijzigdOp: '2026-11-30T10:00:00Z',
  },
  aangemeldOp: '2026-11-30T10:00:00Z',
  mensen: [{ accountId: 'a-2', naam: 'Anna', email: 'anna@example.org' }],
  aanbod: 2,
  gelijkend: [BRUG],
}
const VERZOEK = {
  organisatie: BRUG,
  persoon: { accountId: 'a-3', naam: 'Bo', email: 'bo@example.org' },
  gevraagdOp: '2026-11-20T10:00:00Z',
  waarom: 'geen-antwoord',
}
const PAGE = '/mijn/redactie/aanmeldingen'

/** The redactie in front of what waits until it is decided about. */
function withWaiting(more: Answers = {}) {
  const sent: unknown[] = []
  let waiting: Record<string, unknown> = {
    nieuw: [NIEUW],
    verzoeken: [VERZOEK],
    zonderEigenaar: [],
  }
  const decided = (kind: 'nieuw' | 'verzoeken') => (_: URLSearchParams, request: Request) => {
    void request.json().then((body) => sent.push(body))
    waiting = { ...waiting, [kind]: [] }
    return {}
  }
  answerWith({
    '/sessies/huidige': {
      accountId: 'a-1',
      naam: 'Ravi',
      rol: 'redactie',
      verlooptOp: '2026-12-01T12:00:00Z',
    },
    '/aanmeldingen': () => waiting,
    '/organisaties/o-2/controles': decided('nieuw'),
    '/organisaties/o-1/aansluitverzoeken/a-3/besluiten': decided('verzoeken'),
    ...more,
  })
  return { sent, ...renderMijnAt(PAGE) }
}

const findNew = () => screen.findByRole('article', { name: 'Buurthuis Brug' })

it('zegt wie wat vraagt, sinds wanneer, en waarom het er misschien al is', async () => {
  withWaiting()
  const card = within(await findNew())
  expect(card.getByText(/Aangemeld op maandag 30 november/)).toBeVisible()
  expect(card.getByText(/2 keer aanbod ingevuld/)).toBeVisible()
  expect(card.getByRole('link', { name: 'anna@example.org' })).toBeVisible()
  expect(card.getByText('zelfde website')).toBeVisible()
})

it('laat toe met één druk', async () => {
  const { sent, user } = withWaiting()
  await user.click(within(await findNew()).getByRole('button', { name: 'Laat toe' }))
  expect(await screen.findByText('Buurthuis Brug is toegelaten.')).toBeInTheDocument()
  expect(sent).toEqual([{ besluit: 'goedgekeurd' }])
  expect(screen.queryByRole('article', { name: 'Buurthuis Brug' })).toBeNull()
})

it('wijst pas af met een reden', async () => {
  const { sent, user } = withWaiting()
  const card = within(await findNew())
  await user.click(card.getByRole('button', { name: 'Wijs af…' }))
  const reden = card.getByLabelText('Waarom niet?')
  expect(reden).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(card.getByText('Schrijf op waarom.')).toBeVisible()
  expect(sent).toEqual([])
  await user.type(reden, 'Dit is een winkel.{Enter}')
  expect(await screen.findByText('Buurthuis Brug is afgewezen.')).toBeInTheDocument()
  expect(sent).toEqual([{ besluit: 'afgewezen', reden: 'Dit is een winkel.' }])
})

it('geeft met ‘toch niet’ de focus terug', async () => {
  const { user } = withWaiting()
  const card = within(await findNew())
  await user.click(card.getByRole('button', { name: 'Wijs af…' }))
  await user.click(card.getByRole('button', { name: 'Toch niet' }))
  expect(card.getByRole('button', { name: 'Wijs af…' })).toHaveFocus()
})

it('sluit aan bij wat er al was', async () => {
  const { sent, user } = withWaiting()
  await user.click(within(await findNew()).getByRole('button', { name: 'Sluit aan bij De Brug' }))
  expect(await screen.findByText('Buurthuis Brug is aangesloten.')).toBeInTheDocument()
  expect(sent).toEqual([{ besluit: 'aangesloten', bij: 'o-1' }])
})

it('beslist over wie wil meewerken als de eigenaar zwijgt', async () => {
  const { sent, user } = withWaiting()
  expect(await screen.findByText(/De eigenaar antwoordde een week niet\.$/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Ja, mag meewerken' }))
  expect(await screen.findByText('Bo is aangesloten.')).toBeInTheDocument()
  expect(sent).toEqual([{ besluit: 'goedgekeurd' }])
})

it.each([
  [409, /^Iemand was je voor/],
  ['away', /^Dat lukte niet/],
] as const)('zegt het als het niet lukte: %s', async (answer, words) => {
  const { user } = withWaiting({ '/organisaties/o-2/controles': answer })
  await user.click(within(await findNew()).getByRole('button', { name: 'Laat toe' }))
  expect(await screen.findByText(words)).toBeVisible()
})

it('zegt het als er niemand wacht', async () => {
  withWaiting({ '/aanmeldingen': { nieuw: [], verzoeken: [], zonderEigenaar: [] } })
  expect(await screen.findByText(/^Er wacht niemand/)).toBeVisible()
})
