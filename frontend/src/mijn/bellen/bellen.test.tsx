import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Ravi',
    email: 'ravi@example.org',
    rol: 'redactie',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/beoordelingen': { resultaten: [], aantal: 0 },
}
const LIST = {
  resultaten: [
    {
      id: 'o-1',
      slug: 'de-brug',
      naam: 'De Brug',
      telefoon: '038 000 12 34',
      aanbod: [
        {
          id: 'x-1',
          slug: 'koffie',
          titel: 'Koffie',
          bevestigdOp: '2026-03-01T10:00:00Z',
          reden: 'geen-antwoord',
        },
      ],
    },
  ],
}

it('zegt wie je belt, waarom, en schrijft op wat ze zeggen', async () => {
  const bodies: unknown[] = []
  answerWith({
    ...LOGGED_IN,
    '/belverzoeken': LIST,
    '/belverzoeken/o-1/antwoorden': (_query, request) => {
      void request.json().then((body) => bodies.push(body))
      return { aanbodId: 'x-1', antwoord: 'gestopt', versie: 4 }
    },
    '/belverzoeken/o-1/intrekkingen': (_query, request) => {
      void request.json().then((body) => bodies.push(body))
      return {}
    },
  })
  const { user } = renderMijnAt('/mijn/redactie/bellen')
  const brug = await screen.findByRole('article', { name: 'De Brug' })
  expect(within(brug).getByRole('link', { name: 'Bel 038 000 12 34' })).toHaveAttribute(
    'href',
    'tel:0380001234',
  )
  expect(within(brug).getByText(/antwoordde niet op twee mails$/)).toBeVisible()
  await user.click(within(brug).getByRole('button', { name: 'Gestopt' }))
  expect(await within(brug).findByText(/^Genoteerd: Koffie is gestopt/)).toBeVisible()
  expect(within(brug).getByRole('listitem')).toHaveFocus()
  await user.click(within(brug).getByRole('button', { name: 'Maak ongedaan' }))
  expect(await within(brug).findByRole('button', { name: 'Klopt nog' })).toBeVisible()
  expect(bodies).toEqual([
    { aanbodId: 'x-1', antwoord: 'gestopt' },
    { aanbodId: 'x-1', antwoord: 'gestopt', versie: 4 },
  ])
})

it('zegt dat het niet lukte', async () => {
  answerWith({ ...LOGGED_IN, '/belverzoeken': LIST, '/belverzoeken/o-1/antwoorden': 'away' })
  const { user } = renderMijnAt('/mijn/redactie/bellen')
  await user.click(await screen.findByRole('button', { name: 'Klopt nog' }))
  expect(await screen.findByText('Dat lukte niet. Probeer het nog eens.')).toBeVisible()
})

it('zegt dat niemand gebeld hoeft', async () => {
  answerWith({ ...LOGGED_IN, '/belverzoeken': { resultaten: [] } })
  renderMijnAt('/mijn/redactie/bellen')
  expect(await screen.findByText('Je hoeft nu niemand te bellen.')).toBeVisible()
})
