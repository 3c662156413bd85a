import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith } from '@/test/server'

const MINUTE = 60_000

function show(minutes: () => number, inlogdienst?: string) {
  answerWith({
    '/sessies/huidige': () => ({
      accountId: 'a-1',
      naam: 'Ravi',
      rol: 'redactie',
      ...(inlogdienst && { inlogdienst }),
      verlooptOp: new Date(Date.now() + minutes() * MINUTE).toISOString(),
    }),
    '/lidmaatschappen': { resultaten: [] },
  })
  renderMijnAt('/mijn')
  return screen.findByRole('heading', { level: 1, name: 'Dag Ravi' })
}

it('zegt het voordat een sessie afloopt, tot iemand elders opnieuw inlogde', async () => {
  let minutes = 10
  await show(() => minutes, 'gemeente')
  const link = await screen.findByRole('link', { name: /Log opnieuw in/ })
  expect(link).toHaveAttribute('href', '/inloggen/gemeente')
  expect(link).toHaveAttribute('target', '_blank')
  // Whoever does not see the page hears it.
  expect(screen.getByRole('status')).toHaveTextContent(/\d/)
  minutes = 240
  fireEvent.focus(window)
  await waitFor(() => {
    expect(screen.queryByRole('link', { name: /Log opnieuw in/ })).toBeNull()
  })
})

it.each([
  ['die nog lang duurt', 60, 'gemeente'],
  ['van wie niet bij een inlogdienst inlogt', 10, undefined],
])('zegt niets bij een sessie %s', async (_which, minutes, dienst) => {
  await show(() => minutes, dienst)
  await new Promise((done) => setTimeout(done, 20))
  expect(screen.queryByRole('link', { name: /Log opnieuw in/ })).toBeNull()
})
