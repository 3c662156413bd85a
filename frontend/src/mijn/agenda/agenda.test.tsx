import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { EigenAanbod } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import type { Bron, Voorbeeld } from './agenda'
import { invoerOf } from './regels'

const listing = (id: string, titel: string): EigenAanbod => ({
  id,
  slug: id,
  titel,
  status: 'gepubliceerd',
  voorstel: false,
  aanDeBeurt: false,
  intervalMaanden: 6,
  kopieen: 0,
  isKopie: false,
  zekerheid: [],
  wijken: [],
  gewijzigdOp: '2026-05-01T10:00:00Z',
  versie: 1,
})
const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Vera',
    email: 'vera@example.org',
    rol: 'lid',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/organisaties/o-1/aanbod': {
    resultaten: [listing('koffie', 'Koffie'), listing('thee', 'Thee')],
  },
}
const BRON: Bron = {
  id: 'b-1',
  adres: 'https://agenda.example.org/buurthuis.ics',
  aanbod: [
    { aanbodId: 'koffie', slug: 'koffie', titel: 'Koffie', woorden: ['koffie'], momenten: 2 },
  ],
  gelezenOp: '2026-11-30T02:12:00Z',
  versie: 1,
}
const FOUND: Voorbeeld = {
  aanbod: [
    {
      aanbodId: 'koffie',
      titel: 'Koffie',
      woorden: ['koffie'],
      afspraken: [],
      momenten: 1,
      teVeel: 0,
      komende: [
        { dag: '2026-12-01', van: '2026-12-01T10:00:00+01:00', tot: '2026-12-01T12:00:00+01:00' },
      ],
    },
  ],
  ongebruikt: [{ titel: 'Overleg', aantal: 2, tijden: [], komende: [], redenen: ['herhaling'] }],
}
const PAGE = '/mijn/organisaties/o-1/agenda'

it('koppelt pas wat iemand eerst zag', async () => {
  let connected = 0
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o-1/agendabronnen': (_query, { method }) => {
      if (method === 'POST') connected += 1
      return method === 'POST' ? BRON : { resultaten: connected ? [BRON] : [] }
    },
    '/organisaties/o-1/agendabronnen/voorbeelden': FOUND,
  })
  const user = userEvent.setup()
  renderMijnAt(PAGE)
  const adres = await screen.findByRole('textbox', { name: 'Adres van de agenda' })
  await user.click(screen.getByRole('button', { name: 'Bekijk de tijden' }))
  expect(adres).toHaveFocus()
  expect(adres).toHaveAccessibleDescription('Vul eerst het adres van de agenda in.')
  await user.type(adres, BRON.adres)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Aanbod 1' }), 'Koffie')
  const words = screen.getByRole('textbox', { name: 'Woorden in de naam van de afspraak' })
  await user.type(words, 'koffie, inloop')
  expect(screen.queryByRole('button', { name: 'Zet deze tijden op de kaart' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Bekijk de tijden' }))
  expect(await screen.findByText('dinsdag 1 december, 10.00 tot 12.00 uur')).toBeVisible()
  expect(screen.getByText('Overleg (2 keer)')).toBeVisible()
  // What was seen is of before as soon as anything is something else.
  await user.type(words, ', thee')
  expect(screen.queryByRole('button', { name: 'Zet deze tijden op de kaart' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Bekijk de tijden' }))
  await user.click(await screen.findByRole('button', { name: 'Zet deze tijden op de kaart' }))
  expect(await screen.findByText('afspraken met: koffie · nu 2 tijden')).toBeVisible()
  expect(connected).toBe(1)
})

it('zegt dat een agenda niet te lezen is, en dat de tijden blijven', async () => {
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o-1/agendabronnen': {
      resultaten: [{ ...BRON, misluktSinds: '2026-11-29T02:12:00Z', reden: 'weg' }],
    },
  })
  renderMijnAt(PAGE)
  expect(
    await screen.findByText(/Sinds zondag 29 november .* Op het adres staat geen agenda meer\./),
  ).toBeVisible()
  expect(screen.getByText(/De tijden die er stonden, staan er nog/)).toBeVisible()
  expect(screen.getByText('afspraken met: koffie · nu 2 tijden')).toBeVisible()
})

it('stuurt geen rijen zonder aanbod en geen woorden van één letter', () => {
  const regels = [
    { key: 0, aanbodId: 'koffie', woorden: ' koffie ; a,inloop,' },
    { key: 1, aanbodId: '', woorden: 'thee' },
  ]
  expect(invoerOf(' https://x.example.org/a.ics ', regels)).toEqual({
    adres: 'https://x.example.org/a.ics',
    aanbod: [{ aanbodId: 'koffie', woorden: ['koffie', 'inloop'] }],
  })
})
