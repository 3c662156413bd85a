import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Mailvoorkeur } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { stopLinkOf } from './mail'

const SOORTEN = ['aansluitverzoek', 'agenda-mislukt', 'controle'] as const
const CONTROLE = 'De vraag of je aanbod nog klopt'

/** A server that remembers what is wanted, and everything that it was sent. */
function serve(more: Answers = {}) {
  const sent: { sleutel: string | null; body: unknown }[] = []
  const wanted = new Map<string, boolean>(SOORTEN.map((soort) => [soort, true]))
  const voorkeuren = () => ({
    adres: 'v…@example.org',
    soorten: SOORTEN.map((soort) => ({ soort, gewenst: wanted.get(soort) })),
  })
  answerWith({
    '/sessies/huidige': 401,
    '/mailvoorkeuren/huidig': voorkeuren,
    '/mailvoorkeuren/huidig/keuzes': (_, request) => {
      void (request.clone().json() as Promise<Mailvoorkeur>).then((body) => {
        sent.push({ sleutel: request.headers.get('mail-sleutel'), body })
      })
      // What is asked is the other of what it was.
      wanted.set('controle', !wanted.get('controle'))
      return voorkeuren()
    },
    ...more,
  })
  return sent
}

it.each([
  ['', '', ''],
  ['geheim', 'geheim', ''],
  ['geheim&controle', 'geheim', 'controle'],
])('leest %s achter het hekje', (hash, sleutel, soort) => {
  expect(stopLinkOf(hash)).toEqual({ sleutel, soort })
})

it('zegt wat er volgt, en stopt pas door een druk op de knop', async () => {
  const sent = serve()
  const { user } = renderMijnAt('/mijn/afmelden#geheim&controle')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'Wil je deze mail niet meer?',
  )
  const articles = await screen.findAllByRole('article')
  expect(articles[0]).toHaveAccessibleName(CONTROLE)
  const soort = screen.getByRole('article', { name: CONTROLE })
  expect(within(soort).getByText(/Dan bellen we je als je gegevens verouderd zijn/)).toBeVisible()
  expect(sent).toEqual([])

  await user.click(within(soort).getByRole('button', { name: 'Stop deze mail' }))
  expect(await within(soort).findByText('Je krijgt deze mail niet meer.')).toBeVisible()
  expect(sent).toEqual([{ sleutel: 'geheim', body: { soort: 'controle', gewenst: false } }])
  const undo = within(soort).getByRole('button', { name: 'Maak ongedaan' })
  expect(undo).toHaveFocus()

  await user.keyboard('{Enter}')
  expect(await within(soort).findByText('Je krijgt deze mail.')).toBeVisible()
  expect(sent[1]).toMatchObject({ body: { soort: 'controle', gewenst: true } })
})

it('zegt het als stoppen niet lukte, en laat staan hoe het was', async () => {
  serve({ '/mailvoorkeuren/huidig/keuzes': 503 })
  const { user } = renderMijnAt('/mijn/afmelden#geheim&controle')
  const soort = await screen.findByRole('article', { name: CONTROLE })
  await user.click(within(soort).getByRole('button', { name: 'Stop deze mail' }))
  expect(await within(soort).findByText('Dat lukte niet. Probeer het nog eens.')).toBeVisible()
  expect(within(soort).getByText('Je krijgt deze mail.')).toBeVisible()
})

it.each(['/mijn/afmelden', '/mijn/afmelden#verzonnen&controle'])(
  'zegt bij %s wat je kunt doen',
  async (address) => {
    answerWith({ '/sessies/huidige': 401, '/mailvoorkeuren/huidig': 404 })
    renderMijnAt(address)
    expect(await screen.findByRole('heading', { name: 'Deze link werkt niet' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/mijn/mail')
  },
)

it('laat wie is ingelogd per soort kiezen', async () => {
  const sent = serve({
    '/sessies/huidige': {
      accountId: 'a',
      naam: 'Vera',
      email: 'vera@example.org',
      rol: 'lid',
      verlooptOp: '2999-01-01T00:00:00Z',
    },
  })
  const { user } = renderMijnAt('/mijn/mail')
  const soort = await screen.findByRole('article', { name: CONTROLE })
  await user.click(within(soort).getByRole('button', { name: 'Stop deze mail' }))
  expect(
    await within(soort).findByText('We bellen je als je gegevens verouderd zijn.'),
  ).toBeVisible()
  expect(sent).toEqual([{ sleutel: null, body: { soort: 'controle', gewenst: false } }])
})
