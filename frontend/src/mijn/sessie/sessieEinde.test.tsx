import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith } from '@/test/server'

const MINUTE = 60_000

function show(minutes: () => number, inlogdienst?: string, more: object = {}, answers = {}) {
  answerWith({
    ...answers,
    '/sessies/huidige': () => ({
      accountId: 'a-1',
      naam: 'Ravi',
      rol: 'redactie',
      ...(inlogdienst && { inlogdienst }),
      ...more,
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

it('laat een lid een nieuwe link vragen, tot die in een ander tabblad gebruikt is', async () => {
  let minutes = 10
  const lid = { rol: 'lid', email: 'vera@example.org' }
  await show(() => minutes, undefined, lid, { '/inloglinks': { geldigMinuten: 15 } })
  const part = await screen.findByRole('region', { name: 'Je logt bijna vanzelf uit' })
  expect(part).toHaveTextContent('Wat je hier typte, blijft staan.')
  expect(screen.getByRole('status')).toHaveTextContent(/\d/)
  fireEvent.click(screen.getByRole('button', { name: 'Stuur me een link' }))
  expect(await screen.findByText(/onderweg naar vera@example.org/)).toHaveFocus()
  minutes = 12 * 60
  fireEvent.focus(window)
  await waitFor(() => {
    expect(screen.queryByRole('region', { name: 'Je logt bijna vanzelf uit' })).toBeNull()
  })
})

it('zegt het als de link sturen niet lukt', async () => {
  const lid = { rol: 'lid', email: 'vera@example.org' }
  await show(() => 10, undefined, lid, { '/inloglinks': 'away' })
  fireEvent.click(await screen.findByRole('button', { name: 'Stuur me een link' }))
  expect(await screen.findByText(/De link sturen lukte niet/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Stuur me een link' })).toBeVisible()
})

it.each([
  ['die nog lang duurt', 60, 'gemeente'],
  ['van wie niet bij een inlogdienst inlogt', 10, undefined],
])('zegt niets bij een sessie %s', async (_which, minutes, dienst) => {
  await show(() => minutes, dienst)
  await new Promise((done) => setTimeout(done, 20))
  expect(screen.queryByRole('link', { name: /Log opnieuw in/ })).toBeNull()
})
