import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { DemoBericht } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith } from '@/test/server'

const MAIL: DemoBericht = {
  aan: 'vera@example.org',
  soort: 'controle',
  aangemaaktOp: '2026-12-01T08:00:00Z',
  onderwerp: 'Klopt ‘Koffie’ nog?',
  alineas: ['Hallo Vera,'],
  knoppen: [{ tekst: 'Bekijk alles', adres: 'http://localhost:8000/mijn/klopt-nog#geheim' }],
  onderdelen: [
    {
      titel: 'Koffie',
      tekst: 'Nog nooit gecontroleerd.',
      knoppen: [
        { tekst: 'Klopt nog', adres: 'http://localhost:8000/mijn/klopt-nog#geheim&a&klopt' },
      ],
    },
  ],
  slot: ['Stuur dit niet door.'],
}

it('laat elke mail zien die verstuurd zou zijn, met links die werken', async () => {
  answerWith({ '/sessies/huidige': 401, '/demoberichten': { resultaten: [MAIL] } })
  const { user } = renderMijnAt('/mijn/demo-berichten')
  expect(await screen.findByText(/^Aan vera@example.org, 1 december 2026/)).toBeVisible()
  await user.click(screen.getByText('Klopt ‘Koffie’ nog?'))
  expect(screen.getByText('Hallo Vera,')).toBeVisible()
  expect(screen.getByText('Stuur dit niet door.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Klopt nog' })).toHaveAttribute(
    'href',
    'http://localhost:8000/mijn/klopt-nog#geheim&a&klopt',
  )
})

it.each([
  [{ resultaten: [] }, /^Er staat nu geen mail klaar/],
  [404, 'Mail lezen kan hier niet'],
  ['away', /geen verbinding/],
] as const)('zegt het als er niets te lezen is', async (answer, words) => {
  answerWith({
    '/sessies/huidige': 401,
    '/demoberichten': answer === 'away' || answer === 404 ? answer : { resultaten: [] },
  })
  renderMijnAt('/mijn/demo-berichten')
  expect(await screen.findByText(words)).toBeVisible()
})
