import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import type { Bewerking } from '@/lib/api/types'
import { eenBewerking } from '@/test/bewerking'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const ORGANISATIE = { id: 'o-1', slug: 'de-brug', naam: 'De Brug', vertrouwd: false }
const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'ik',
    naam: 'Vera',
    email: 'vera@example.org',
    rol: 'lid',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/lidmaatschappen': { resultaten: [{ organisatie: ORGANISATIE, rol: 'eigenaar' }] },
  '/gelijkenissen': { resultaten: [] },
  '/aanbod/a-1/beoordeling': {},
}

interface Sent {
  inhoud: Record<string, unknown>
  basisVersie: number
}

/** A server that keeps what it is sent, and what it was sent. */
function server(first: Partial<Bewerking>, more: Answers = {}) {
  let now = eenBewerking(first)
  const sent: Promise<Sent>[] = []
  answerWith({
    ...LOGGED_IN,
    '/aanbod/a-1/bewerking': (_, request) => {
      if (request.method === 'PUT') {
        sent.push(request.json() as Promise<Sent>)
        now = { ...now, versie: now.versie + 1, verschillen: [], basisVersie: now.aanbodVersie }
      }
      return { ...now }
    },
    ...more,
  })
  return { sent }
}

beforeEach(() => {
  localStorage.clear()
})

it('laat bovenaan zien wat de redactie vroeg', async () => {
  server(
    {},
    {
      '/aanbod/a-1/beoordeling': {
        laatsteBesluit: {
          besluit: 'teruggestuurd',
          op: '2026-11-30T10:00:00Z',
          reden: 'Is de zaal open?',
        },
      },
    },
  )
  renderMijnAt('/mijn/aanbod/a-1')
  expect(await screen.findByText('De redactie heeft een vraag:')).toBeVisible()
  expect(screen.getByText('Is de zaal open?')).toBeVisible()
})

it('zegt het als de redactie de organisatie nog niet kent', async () => {
  server({ gecontroleerd: false })
  renderMijnAt('/mijn/aanbod/a-1')
  expect(await screen.findByText(/^De redactie kijkt nog naar je organisatie/)).toBeVisible()
})

it('zegt bij een ander zijn aanbod dat het niet van jou is', async () => {
  answerWith({ ...LOGGED_IN, '/aanbod/a-1/bewerking': 403 })
  renderMijnAt('/mijn/aanbod/a-1')
  expect(
    await screen.findByRole('heading', { name: 'Dit hoort niet bij jouw organisatie' }),
  ).toBeVisible()
})

it('laat kiezen als het aanbod intussen veranderde, en stuurt mee waarover gekozen is', async () => {
  const { sent } = server({
    aanbodVersie: 3,
    inhoud: { titel: 'Koffie', kosten: 'gratis' },
    verschillen: [{ veld: 'kosten', hier: 'gratis', daar: 'tot-5' }],
  })
  const { user } = renderMijnAt('/mijn/aanbod/a-1')
  const choice = await screen.findByRole('region', {
    name: 'Op de kaart is intussen iets veranderd',
  })
  await user.click(await within(choice).findByRole('radio', { name: /Tot 5 euro/ }))
  await user.click(within(choice).getByRole('button', { name: 'Zo moet het' }))
  await waitFor(() => {
    expect(sent).toHaveLength(1)
  })
  expect(await sent[0]).toEqual({
    inhoud: { titel: 'Koffie', kosten: 'tot-5' },
    basisVersie: 3,
  })
})

it('houdt een fout stil tot iemand het veld verlaat', async () => {
  const fouten = [
    { veld: 'contact.telefoon', melding: 'Dit moet een telefoonnummer zijn.', toegestaan: null },
  ]
  server({ inhoud: { titel: 'Koffie', contact: { telefoon: '038' } }, fouten })
  const { user } = renderMijnAt('/mijn/aanbod/a-1')
  const field = await screen.findByRole('textbox', { name: 'Telefoon' })
  expect(field).toHaveAccessibleDescription(/Dit moet een telefoonnummer zijn/)
  await user.type(field, ' 0')
  expect(field).not.toHaveAccessibleDescription(/Dit moet een telefoonnummer zijn/)
  expect(field).toBeValid()
})

it('zegt bij iets nieuws wat er al is, en leidt naar het eigen of naar een ander', async () => {
  const found = (id: string, organisatieId: string) => ({
    id,
    slug: id,
    titel: `Koffie ${id}`,
    organisatie: organisatieId === 'o-1' ? 'De Brug' : 'De Stem',
    organisatieId,
    zekerheid: 'waarschijnlijk',
    redenen: ['titel', 'plek'],
  })
  answerWith({
    ...LOGGED_IN,
    '/gelijkenissen': { resultaten: [found('een', 'o-1'), found('twee', 'o-2')] },
  })
  const { user } = renderMijnAt('/mijn/aanbod/nieuw?organisatie=o-1')
  await user.type(await screen.findByRole('textbox', { name: 'Titel' }), 'Koffie')
  const hint = await screen.findByRole('region', { name: 'Dit bestaat misschien al' })
  expect(within(hint).getByRole('link', { name: 'Bewerk dat' })).toHaveAttribute(
    'href',
    '/mijn/aanbod/een',
  )
  expect(within(hint).getByRole('link', { name: 'Sluit je aan bij De Stem' })).toBeVisible()
  expect(within(hint).getAllByText('Dit lijkt op elkaar: de titel en de plek.')).toHaveLength(2)
})

it('vraagt eerst om een titel', async () => {
  answerWith(LOGGED_IN)
  const { user } = renderMijnAt('/mijn/aanbod/nieuw')
  await user.click(await screen.findByRole('button', { name: 'Begin' }))
  const field = screen.getByRole('textbox', { name: 'Titel' })
  expect(field).toHaveFocus()
  expect(field).toHaveAccessibleDescription('Geef het een titel van minstens twee letters.')
})
