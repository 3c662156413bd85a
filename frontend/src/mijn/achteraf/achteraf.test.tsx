import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Nakijkpunt } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const sessie = (rol: string) => ({
  accountId: 'a-1',
  naam: 'Joke',
  rol,
  verlooptOp: '2026-12-01T12:00:00Z',
})

const organisatie = { id: 'o', slug: 'o', naam: 'De Brug', vertrouwd: true, gecontroleerd: true }

const punt = (titel: string, given: Partial<Nakijkpunt> = {}): Nakijkpunt => ({
  soort: 'wijziging',
  sinds: '2026-11-30T10:00:00Z',
  versie: 3,
  aanbod: { id: titel, slug: titel, titel, versie: 3, wijken: ['Holtenbroek'] },
  organisatie,
  verschillen: [{ veld: 'kosten', vorm: 'lijst', stukken: [{ soort: 'erbij', tekst: 'gratis' }] }],
  ...given,
})

const van = (naam: string): Nakijkpunt => ({
  soort: 'organisatie',
  sinds: '2026-11-30T10:00:00Z',
  versie: 3,
  organisatie: { ...organisatie, naam },
  verschillen: [
    { veld: 'website', vorm: 'lijst', stukken: [{ soort: 'erbij', tekst: 'https://a.example' }] },
  ],
})

/** A server with this list; what it was sent. */
function serve(punten: Nakijkpunt[], more: Answers = {}, rol = 'redactie') {
  const sent: { what: string; body: unknown }[] = []
  const note = (answer: object) => (_: URLSearchParams, request: Request) => {
    const line = { what: new URL(request.url).pathname.replace('/api/v1', ''), body: {} as unknown }
    sent.push(line)
    void request
      .clone()
      .json()
      .then((body: unknown) => (line.body = body))
    return { ...answer }
  }
  answerWith({
    '/sessies/huidige': sessie(rol),
    '/beoordelingen': { resultaten: [], totaal: 0 },
    '/nakijkpunten': { resultaten: punten, totaal: punten.length },
    '/nakijkpunten/afvinkingen': note({
      resultaten: punten.map(({ aanbod }) => ({
        onderwerp: aanbod ? 'aanbod' : 'organisatie',
        id: aanbod?.id ?? 'o',
        gezien: true,
      })),
    }),
    ...Object.fromEntries(
      punten.map(({ aanbod, soort }) => [
        `/${aanbod ? `aanbod/${aanbod.id}` : 'organisaties/o'}/nakijkpunt/terugdraaiingen`,
        note({ uitkomst: soort === 'nieuw' ? 'van-de-kaart' : 'teruggedraaid' }),
      ]),
    ),
    ...more,
  })
  return sent
}

const item = async (name: string) => within(await screen.findByRole('article', { name }))

it('laat zien wat er al staat en niemand zag, met wat er veranderde', async () => {
  serve([punt('Koffie'), van('De Brug')])
  renderMijnAt('/mijn/redactie/achteraf')
  expect(await screen.findByText(/^Er zijn 2 dingen/)).toBeVisible()
  const koffie = await item('Koffie')
  expect(koffie.getByText('gratis').closest('ins')).toBeVisible()
  expect(koffie.getByRole('link', { name: 'Bekijk de geschiedenis' })).toBeVisible()
  const brug = await item('De Brug')
  expect(brug.getByText('Organisatie zelf')).toBeVisible()
  expect(brug.getByText('Website')).toBeVisible()
})

it('vinkt met één druk af wat je niet uitzette', async () => {
  const sent = serve([punt('Koffie'), punt('Soep'), van('De Brug')])
  const { user } = renderMijnAt('/mijn/redactie/achteraf')
  await user.click(await screen.findByRole('checkbox', { name: 'Vink ‘Soep’ af' }))
  await user.click(screen.getByRole('button', { name: 'Vink 2 dingen af als gezien' }))
  expect((await screen.findAllByText(/afgevinkt\.$/))[0]).toBeVisible()
  expect(sent).toEqual([
    {
      what: '/nakijkpunten/afvinkingen',
      body: {
        punten: [
          { onderwerp: 'aanbod', id: 'Koffie', versie: 3 },
          { onderwerp: 'organisatie', id: 'o', versie: 3 },
        ],
      },
    },
  ])
})

it('zegt wat er niet afgevinkt is, en waarom', async () => {
  serve([punt('Koffie'), punt('Soep')], {
    '/nakijkpunten/afvinkingen': {
      resultaten: [
        { onderwerp: 'aanbod', id: 'Koffie', gezien: true },
        { onderwerp: 'aanbod', id: 'Soep', gezien: false, melding: 'Dit is weer veranderd.' },
      ],
    },
  })
  const { user } = renderMijnAt('/mijn/redactie/achteraf')
  await user.click(await screen.findByRole('button', { name: 'Vink 2 dingen af als gezien' }))
  expect(await screen.findByText(/Dit is weer veranderd\./)).toBeVisible()
  expect(screen.getAllByText('1 ding afgevinkt.')[0]).toBeVisible()
})

it('draait niets terug zonder reden', async () => {
  const sent = serve([punt('Koffie'), punt('Soep', { soort: 'nieuw' })])
  const { user } = renderMijnAt('/mijn/redactie/achteraf')
  const koffie = await item('Koffie')
  await user.click(koffie.getByRole('button', { name: 'Draai terug' }))
  const field = koffie.getByRole('textbox', { name: 'Waarom draai je dit terug?' })
  expect(field).toHaveFocus()
  await user.click(koffie.getByRole('button', { name: 'Draai terug en stuur dit' }))
  expect(field).toHaveAccessibleDescription(/^Schrijf op waarom/)
  expect(sent).toEqual([])
  await user.keyboard('{Escape}')
  expect(koffie.getByRole('button', { name: 'Draai terug' })).toHaveFocus()
  expect(koffie.getByRole('checkbox')).not.toBeChecked()
  const soep = await item('Soep')
  await user.click(soep.getByRole('button', { name: 'Haal van de kaart' }))
  await user.type(soep.getByRole('textbox'), 'Dit is reclame.')
  await user.click(soep.getByRole('button', { name: 'Haal van de kaart en stuur dit' }))
  expect((await screen.findAllByText(/^Soep: van de kaart gehaald/))[0]).toBeVisible()
  expect(sent).toEqual([
    {
      what: '/aanbod/Soep/nakijkpunt/terugdraaiingen',
      body: { versie: 3, reden: 'Dit is reclame.' },
    },
  ])
})

it('houdt wat je typte als het intussen veranderde of de server weg is', async () => {
  serve([van('De Brug')], { '/organisaties/o/nakijkpunt/terugdraaiingen': 412 })
  const { user } = renderMijnAt('/mijn/redactie/achteraf')
  const brug = await item('De Brug')
  await user.click(brug.getByRole('button', { name: 'Draai terug' }))
  await user.type(brug.getByRole('textbox'), 'Dit adres klopt niet.')
  await user.click(brug.getByRole('button', { name: 'Draai terug en stuur dit' }))
  expect(await brug.findByText('Dat ging niet.')).toBeVisible()
  expect(brug.getByRole('textbox')).toHaveValue('Dit adres klopt niet.')
})

it('zegt dat alles bekeken is', async () => {
  serve([], {}, 'wijkredacteur')
  renderMijnAt('/mijn/redactie/achteraf')
  expect(await screen.findByText('Alles is bekeken.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Vink/ })).toBeNull()
})

it('laat de redactie kiezen of een organisatie meteen op de kaart komt', async () => {
  let vertrouwd = false
  answerWith({
    '/sessies/huidige': sessie('redactie'),
    '/beoordelingen': { resultaten: [], totaal: 0 },
    '/organisaties/o': { ...organisatie, categorie: 'initiatief', versie: 1 },
    '/organisaties/o/leden': {
      leden: [],
      uitnodigingen: [],
      verzoeken: [],
    },
    '/organisaties/o/vertrouwen': (_, request) => {
      if (request.method === 'POST') vertrouwd = !vertrouwd
      return { vertrouwd, gecontroleerd: true }
    },
  })
  const { user } = renderMijnAt('/mijn/organisaties/o')
  await user.click(await screen.findByRole('button', { name: 'Laat meteen op de kaart komen' }))
  expect(await screen.findByRole('button', { name: 'Kijk weer eerst' })).toBeVisible()
  expect(screen.getAllByText(/De redactie kijkt achteraf\./)[0]).toBeVisible()
})
