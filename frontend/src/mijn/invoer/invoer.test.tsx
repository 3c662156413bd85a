import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { inGroepen } from './groepen'
import type { Invoer, Koppeling, Rij } from './invoer'

const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Vera',
    email: 'vera@example.org',
    rol: 'lid',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/lidmaatschappen': {
    resultaten: [
      { organisatie: { id: 'o-1', slug: 'de-brug', naam: 'De Brug', vertrouwd: false } },
      { organisatie: { id: 'o-2', slug: 'de-kade', naam: 'De Kade', vertrouwd: true } },
    ],
  },
}

const invoer = (given: Partial<Invoer> = {}): Invoer => ({
  id: 'i-1',
  organisatie: { id: 'o-1', slug: 'de-brug', naam: 'De Brug', vertrouwd: false },
  bestandsnaam: 'lijst.csv',
  soort: 'csv',
  stand: 'nagekeken',
  versie: 2,
  aangemaaktOp: '2026-11-30T10:00:00Z',
  verwijderdOp: '2026-12-30T10:00:00Z',
  rijen: 4,
  nagekeken: 4,
  tellingen: { nieuw: 2, gewijzigd: 1, ongewijzigd: 0, fout: 1, elders: 0 },
  wachtend: 0,
  gedaan: 0,
  teruggedraaid: { verwijderd: 0, hersteld: 0, gebleven: 0 },
  ...given,
})

const rij = (nummer: number, given: Partial<Rij> = {}): Rij => ({
  nummer,
  titel: `Titel ${nummer}`,
  uitkomst: 'nieuw',
  status: 'gepubliceerd',
  wacht: false,
  wijzigingen: [],
  fouten: [],
  opmerkingen: [],
  gedaan: false,
  ...given,
})

const KOPPELING: Koppeling = {
  kolommen: [
    { kop: 'Naam', voorbeelden: ['Soep', 'Thee'], gevuld: 4, veld: 'titel', zeker: true },
    { kop: 'Kleur', voorbeelden: ['dinsdag'], gevuld: 4, zeker: false },
  ],
  waarden: [{ veld: 'doelgroepen', tekst: 'Bejaarden', aantal: 3, zeker: false }],
  velden: ['titel', 'momenten.rrule', 'doelgroepen', 'status'],
  keuzes: { doelgroepen: [{ code: 'ouderen', label: 'Ouderen' }] },
  versie: 1,
  onthouden: false,
}

it('vraagt alleen naar wat niet zeker is, en stuurt wat iemand koos', async () => {
  const sent: unknown[] = []
  let stand: Invoer['stand'] = 'koppelen'
  answerWith({
    ...LOGGED_IN,
    '/invoeren/i-1': () => invoer({ stand }),
    '/invoeren/i-1/koppeling': (_, request) => {
      if (request.method === 'PUT') void request.json().then((body) => sent.push(body))
      return KOPPELING
    },
    '/invoeren/i-1/stappen': () => {
      stand = 'nagekeken'
      return invoer({ stand })
    },
    '/invoeren/i-1/rijen': { resultaten: [rij(2)] },
  })
  const { user } = renderMijnAt('/mijn/invoer/i-1')
  expect(
    await screen.findByText('Van 2 dingen weten we het niet zeker. De rest herkennen we.'),
  ).toBeVisible()
  expect(screen.getByText('1 kolom die we herkennen').closest('details')).not.toHaveAttribute(
    'open',
  )
  const kleur = screen.getByLabelText(/^Kleur/)
  expect(kleur).toHaveAccessibleDescription('Daar staat: dinsdag')
  await user.selectOptions(kleur, 'Dag, zoals: elke dinsdag')
  await user.selectOptions(screen.getByLabelText('Bejaarden'), 'Ouderen')
  await user.click(screen.getByRole('button', { name: 'Kijk wat er gebeurt' }))
  expect(await screen.findByRole('heading', { name: 'Dit gaat er gebeuren' })).toBeVisible()
  expect(sent[0]).toEqual({ kolommen: ['titel', 'momenten.rrule'], waarden: [] })
  expect(sent[1]).toMatchObject({
    waarden: [{ veld: 'doelgroepen', tekst: 'Bejaarden', code: 'ouderen' }],
  })
})

it('vertelt in één zin wat er gebeurt, en per rij wat er mis is', async () => {
  const asked: string[] = []
  answerWith({
    ...LOGGED_IN,
    '/invoeren/i-1': invoer({ wachtend: 1 }),
    '/invoeren/i-1/rijen': (query) => {
      asked.push(query.get('toon') ?? '')
      return {
        resultaten: [
          rij(2),
          rij(3, {
            uitkomst: 'gewijzigd',
            wacht: true,
            wijzigingen: [{ veld: 'contact.telefoon', van: '1', naar: '2' }],
          }),
          rij(4, {
            uitkomst: 'fout',
            fouten: [{ veld: 'soort', kop: 'Type', melding: 'Dit kan niet.', toegestaan: ['a'] }],
          }),
        ],
      }
    },
  })
  const { user } = renderMijnAt('/mijn/invoer/i-1')
  expect(
    await screen.findByText('In dit bestand staan 4 rijen: 2 nieuw, 1 verandert en 1 klopt niet.'),
  ).toBeVisible()
  expect(screen.getByText(/^De redactie kijkt eerst naar 1 ervan/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Voer 3 rijen uit' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Download de rij die niet klopt' })).toHaveAttribute(
    'href',
    '/api/v1/invoeren/i-1/fouten.xlsx',
  )
  const wrong = await screen.findByRole('row', { name: /Titel 4/ })
  expect(wrong).toHaveTextContent('Type: Dit kan niet. Kies uit: a.')
  expect(screen.getByRole('row', { name: /Titel 3/ })).toHaveTextContent(
    'Verandert eerst naar de redactieTelefoon: 1 wordt 2',
  )
  await user.click(screen.getByRole('button', { name: 'Alleen fouten (1)' }))
  expect(screen.getByRole('button', { name: 'Alleen fouten (1)' })).toBePressed()
  expect(asked).toEqual(['alles', 'fouten'])
})

it('draait pas terug als iemand het nog eens zegt', async () => {
  const asked: unknown[] = []
  answerWith({
    ...LOGGED_IN,
    '/invoeren/i-1': invoer({ stand: 'klaar', gedaan: 3 }),
    '/invoeren/i-1/rijen': { resultaten: [rij(2, { gedaan: true })] },
    '/invoeren/i-1/stappen': (_, request) => {
      void request.json().then((body) => asked.push(body))
      return invoer({
        stand: 'teruggedraaid',
        gedaan: 3,
        teruggedraaid: { verwijderd: 2, hersteld: 0, gebleven: 1 },
      })
    },
  })
  const { user } = renderMijnAt('/mijn/invoer/i-1')
  await user.click(await screen.findByRole('button', { name: 'Draai dit bestand terug' }))
  expect(asked).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Ja, draai alles terug' }))
  expect(
    await screen.findByText('2 zijn weg en 1 bleef staan, omdat iemand er daarna aan werkte.'),
  ).toBeVisible()
  expect(asked).toEqual([{ handeling: 'terugdraaien' }])
})

it('zegt hoe ver het is', async () => {
  answerWith({ ...LOGGED_IN, '/invoeren/i-1': invoer({ stand: 'uitvoeren', gedaan: 1 }) })
  renderMijnAt('/mijn/invoer/i-1')
  expect(await screen.findByText('1 van 3 rijen')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Hoe ver het is' })).toHaveValue(1)
})

it('vraagt eerst voor welke organisatie, en zegt wat de server van een bestand vindt', async () => {
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o-2/invoeren': (_, request) =>
      request.method === 'POST' ? 400 : { resultaten: [invoer()] },
  })
  const { user } = renderMijnAt('/mijn/invoer')
  const field = await screen.findByLabelText('Je bestand')
  const file = new File(['titel;tel\nSoep;1\n'], 'lijst.csv')
  await user.upload(field, file)
  expect(await screen.findByText('Kies eerst een organisatie.')).toBeVisible()
  await user.selectOptions(screen.getByLabelText('Voor welke organisatie?'), 'De Kade')
  const earlier = await screen.findByRole('region', { name: 'Eerdere bestanden' })
  expect(within(earlier).getByRole('link', { name: 'lijst.csv' })).toHaveAttribute(
    'href',
    '/mijn/invoer/i-1',
  )
  await user.upload(field, new File([], 'leeg.csv'))
  expect(await screen.findByText('Dit bestand is leeg.')).toBeVisible()
  await user.upload(field, file)
  expect(await screen.findByText("'onzin' bestaat niet.")).toBeVisible()
})

it('deelt velden in, en laat er geen vallen', () => {
  const groepen = inGroepen(['titel', 'status', 'nieuwVeld'])
  expect(groepen.find(([groep]) => groep === 'wat')?.[1]).toEqual(['titel'])
  expect(groepen.find(([groep]) => groep === 'bij')?.[1]).toEqual(['status', 'nieuwVeld'])
})
