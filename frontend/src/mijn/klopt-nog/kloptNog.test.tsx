import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Controlevraag } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { mailLinkOf } from './kloptNog'

const vraag = (id: string, given: Partial<Controlevraag> = {}): Controlevraag => ({
  aanbodId: id,
  slug: id,
  titel: id,
  organisatie: 'De Brug',
  stand: 'open',
  eigenAntwoord: false,
  ...given,
})

/** A server that remembers what was answered, and everything that it was sent. */
function serve(vragen: Controlevraag[], more: Answers = {}) {
  const sent: { what: string; token: string | null; body: unknown }[] = []
  const stands = new Map(vragen.map((each) => [each.aanbodId, each]))
  const note = async (request: Request) => {
    const body = (await request.clone().json()) as { aanbodId: string; antwoord?: 'klopt' }
    sent.push({
      what: new URL(request.url).pathname.split('/').at(-1) ?? '',
      token: request.headers.get('controle-token'),
      body,
    })
    return body
  }
  const set = (id: string, given: Partial<Controlevraag>) => {
    stands.set(id, vraag(id, given))
  }
  answerWith({
    '/sessies/huidige': 401,
    '/aanbod': {
      resultaten: vragen.map(({ aanbodId }) =>
        eenAanbod({
          id: aanbodId,
          momenten: [{ id: 'm', tekst: 'elke dinsdag 10.00–12.00 uur', behalve: [] }],
          contact: { telefoon: '038 000 12 34' },
        }),
      ),
    },
    '/controleverzoeken/huidig': () => ({
      verlooptOp: '2026-12-31T10:00:00Z',
      vragen: [...stands.values()],
    }),
    '/controleverzoeken/huidig/antwoorden': (_, request) => {
      void note(request).then(({ aanbodId, antwoord }) => {
        set(aanbodId, { stand: antwoord ?? 'open', eigenAntwoord: true })
      })
      return {}
    },
    '/controleverzoeken/huidig/intrekkingen': (_, request) => {
      void note(request).then(({ aanbodId }) => {
        set(aanbodId, {})
      })
      return {}
    },
    ...more,
  })
  return sent
}

const article = (name: string) => screen.findByRole('article', { name })

it.each([
  ['', '', null],
  ['geheim', 'geheim', null],
  ['geheim&a-1&klopt', 'geheim', { aanbodId: 'a-1', keuze: 'klopt' }],
  ['geheim&a-1&verwijder', 'geheim', null],
  ['geheim&a-1', 'geheim', null],
  ['geheim&&gestopt', 'geheim', null],
])('leest %s achter het hekje', (hash, token, chosen) => {
  expect(mailLinkOf(hash)).toEqual({ token, chosen })
})

it('laat zien wat er staat, en doet niets uit zichzelf', async () => {
  const sent = serve([vraag('Koffie'), vraag('Soep')])
  renderMijnAt('/mijn/klopt-nog#geheim&Koffie&gestopt')
  const koffie = await article('Koffie')
  expect(within(koffie).getByText('Elke dinsdag 10.00–12.00 uur')).toBeVisible()
  expect(within(koffie).getByText('038 000 12 34')).toBeVisible()
  expect(screen.getByText('0 van 2 gedaan')).toBeVisible()
  expect(sent).toEqual([])
})

it('bevestigt met één druk, zegt dat, en draait terug', async () => {
  const sent = serve([vraag('Koffie'), vraag('Soep')])
  const { user } = renderMijnAt('/mijn/klopt-nog#geheim')
  const koffie = await article('Koffie')
  await user.click(within(koffie).getByRole('button', { name: 'Klopt nog' }))
  expect((await within(koffie).findByText(/^Klopt nog\. Vandaag/)).parentElement).toHaveFocus()
  expect(screen.getByText('1 van 2 gedaan')).toBeVisible()
  expect(sent).toEqual([
    { what: 'antwoorden', token: 'geheim', body: { aanbodId: 'Koffie', antwoord: 'klopt' } },
  ])
  await user.click(within(koffie).getByRole('button', { name: 'Maak ongedaan' }))
  expect(await within(koffie).findByRole('button', { name: 'Klopt nog' })).toBeVisible()
  expect(within(koffie).getByRole('heading', { name: 'Koffie' })).toHaveFocus()
  expect(sent[1]).toMatchObject({ what: 'intrekkingen', body: { aanbodId: 'Koffie' } })
})

it('vraagt één keer of het echt gestopt is', async () => {
  const sent = serve([vraag('Koffie')])
  const { user } = renderMijnAt('/mijn/klopt-nog#geheim')
  const koffie = await article('Koffie')
  await user.click(within(koffie).getByRole('button', { name: 'Gestopt' }))
  expect(within(koffie).getByText('Is dit echt gestopt?').parentElement).toHaveFocus()
  await user.click(within(koffie).getByRole('button', { name: 'Nee, toch niet' }))
  expect(within(koffie).getByRole('heading', { name: 'Koffie' })).toHaveFocus()
  expect(sent).toEqual([])
  await user.click(within(koffie).getByRole('button', { name: 'Gestopt' }))
  await user.click(within(koffie).getByRole('button', { name: 'Ja, gestopt' }))
  expect(await within(koffie).findByText(/niet meer op de kaart/)).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Dank je wel, alles is gedaan' })).toBeVisible()
  expect(sent).toHaveLength(1)
})

it.each([
  ['klopt', 'button', 'Klopt nog'],
  ['aanpassen', 'button', 'Aanpassen'],
] as const)('zet klaar wat je in de mail koos: %s', async (keuze, role, name) => {
  const sent = serve([vraag('Soep'), vraag('Koffie')])
  renderMijnAt(`/mijn/klopt-nog#geheim&Koffie&${keuze}`)
  const button = within(await article('Koffie')).getByRole(role, { name })
  if (keuze === 'klopt') expect(button).toHaveFocus()
  else expect(button).toHaveAttribute('aria-expanded', 'true')
  const soep = within(await article('Soep'))
  expect(soep.getByRole('button', { name: 'Aanpassen' })).toHaveAttribute('aria-expanded', 'false')
  expect(sent).toEqual([])
})

it('laat zien wat een ander deed, zonder dat jij dat kunt terugdraaien', async () => {
  serve([
    vraag('Koffie', { stand: 'klopt' }),
    vraag('Soep', { stand: 'gestopt' }),
    vraag('Plan', { stand: 'niet-op-de-kaart' }),
  ])
  renderMijnAt('/mijn/klopt-nog#geheim')
  expect(await screen.findByText('Iemand anders zei al dat dit klopt.')).toBeVisible()
  expect(screen.getByText('Iemand anders zei al dat dit gestopt is.')).toBeVisible()
  expect(screen.getByText(/^Dit staat nu niet op de kaart/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Maak ongedaan' })).toBeNull()
})

it.each([
  ['away', /Probeer het zo nog eens/],
  [409, /intussen veranderd/],
  [500, /ligt aan ons/],
] as const)('zegt bij het aanbod wat er mis is: %s', async (answer, words) => {
  serve([vraag('Koffie'), vraag('Soep')], { '/controleverzoeken/huidig/antwoorden': answer })
  const { user } = renderMijnAt('/mijn/klopt-nog#geheim')
  const koffie = await article('Koffie')
  await user.click(within(koffie).getByRole('button', { name: 'Klopt nog' }))
  expect(await within(koffie).findByRole('alert')).toHaveTextContent(words)
  expect(within(koffie).getByRole('button', { name: 'Klopt nog' })).toBeVisible()
  expect(within(await article('Soep')).getByRole('alert')).toBeEmptyDOMElement()
})

it.each(['/mijn/klopt-nog', '/mijn/klopt-nog#', '/mijn/klopt-nog#oud'])(
  'zegt bij %s wat je kunt doen',
  async (address) => {
    serve([], { '/controleverzoeken/huidig': 404 })
    renderMijnAt(address)
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Deze link werkt niet meer' }),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/mijn')
  },
)

it('probeert het opnieuw als er geen verbinding was', async () => {
  let isAway = true
  serve([vraag('Koffie')], {
    '/controleverzoeken/huidig': () =>
      isAway ? 'away' : { verlooptOp: '2026-12-31T10:00:00Z', vragen: [vraag('Koffie')] },
  })
  const { user } = renderMijnAt('/mijn/klopt-nog#geheim')
  const again = await screen.findByRole('button', { name: 'Probeer opnieuw' })
  isAway = false
  await user.click(again)
  expect(await article('Koffie')).toBeVisible()
})
