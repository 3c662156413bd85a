import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Dubbel } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const loggedIn = (rol: string): Answers => ({
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Rik',
    email: 'rik@example.org',
    rol,
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/lidmaatschappen': {
    resultaten: [
      {
        organisatie: { id: 'o-1', slug: 'brug', naam: 'De Brug', vertrouwd: true },
        rol: 'eigenaar',
      },
    ],
  },
  '/beoordelingen': { resultaten: [], aantal: 0 },
})

const kant = (id: string, titel: string) => ({
  id,
  slug: id,
  titel,
  samenvatting: 'Samen eten.',
  organisatie: 'De Brug',
  plek: 'Wijkhuis',
  bron: null,
  versie: 2,
})
const PAIR: Dubbel = {
  een: kant('soep', 'Soep'),
  ander: kant('soep-eten', 'Soep eten'),
  zekerheid: 'waarschijnlijk',
  redenen: ['titel', 'plek'],
}

it('laat kiezen welk van de twee blijft en wat mee overgaat', async () => {
  let merged = false
  const bodies: unknown[] = []
  answerWith({
    ...loggedIn('redactie'),
    '/dubbelen': () => ({ resultaten: merged ? [] : [PAIR] }),
    '/aanbod/soep-eten/samenvoegingen': (_query, request) => {
      void request.json().then((body) => bodies.push([request.headers.get('if-match'), body]))
      merged = true
      return { id: 'soep-eten' }
    },
  })
  const { user } = renderMijnAt('/mijn/redactie/dubbel')
  const pair = await screen.findByRole('article', { name: 'Waarschijnlijk hetzelfde' })
  expect(within(pair).getByText('Omdat: de naam lijkt erop en zelfde plek')).toBeVisible()
  await user.click(within(pair).getByRole('button', { name: '‘Soep eten’ van De Brug blijft' }))
  await user.click(within(pair).getByRole('checkbox', { name: 'De tijden' }))
  await user.click(within(pair).getByRole('button', { name: 'Voeg samen' }))
  expect(await screen.findByText('Er lijkt niets dubbel te zijn.')).toBeVisible()
  expect(screen.getByText(/^Samengevoegd\. Alleen ‘Soep eten’/)).toBeInTheDocument()
  expect(bodies).toEqual([['"2"', { oud: 'soep', oudVersie: 2, overnemen: ['momenten'] }]])
})

it('zegt dat het er twee zijn, en wat er mis kan gaan', async () => {
  answerWith({
    ...loggedIn('redactie'),
    '/dubbelen': { resultaten: [PAIR] },
    '/aanbod/soep/samenvoegingen': 412,
    '/onderscheidingen': 'away',
  })
  const { user } = renderMijnAt('/mijn/redactie/dubbel')
  await user.click(await screen.findByRole('button', { name: 'Dit zijn er twee' }))
  expect(await screen.findByText('Dat lukte niet. Probeer het nog eens.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: '‘Soep’ van De Brug blijft' }))
  await user.click(screen.getByRole('button', { name: 'Voeg samen' }))
  expect(await screen.findByText(/^Een van de twee is intussen veranderd/)).toBeVisible()
})
