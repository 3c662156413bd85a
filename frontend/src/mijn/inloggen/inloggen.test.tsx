import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const SESSIE = {
  accountId: 'a-1',
  naam: 'Vera Vrijwilliger',
  email: 'vera@example.org',
  rol: 'lid',
  verlooptOp: '2026-12-01T12:00:00Z',
}
const NOBODY: Answers = { '/sessies/huidige': 401, '/lidmaatschappen': { resultaten: [] } }

/** The field of the first form; the other one is for a password. */
async function findAddress() {
  const [field] = await screen.findAllByLabelText('Je e-mailadres')
  if (!field) throw new Error('geen veld')
  return field
}

it('vraagt een link, zonder te zeggen of het adres bekend is', async () => {
  const calls = answerWith({ ...NOBODY, '/inloglinks': { geldigMinuten: 15 } })
  const { user } = renderMijnAt('/mijn')
  await user.type(await findAddress(), 'vera@example.org')
  await user.click(screen.getByRole('button', { name: 'Stuur een link' }))
  expect(await screen.findByRole('heading', { name: 'Kijk in je mail' })).toHaveFocus()
  expect(screen.getByText(/^Kennen we vera@example.org\?/)).toBeVisible()
  expect(calls.filter(({ pathname }) => pathname.endsWith('/inloglinks'))).toHaveLength(1)
})

it('wijst in een voorbeeld waar de mail te lezen is', async () => {
  const verzonnen = { resultaten: [{ bron: 'demo' }] }
  answerWith({ ...NOBODY, '/inloglinks': { geldigMinuten: 15 }, '/zoeken': verzonnen })
  const { user } = renderMijnAt('/mijn')
  await user.type(await findAddress(), 'vera@example.org{Enter}')
  expect(await screen.findByRole('link', { name: 'Lees de mail' })).toHaveAttribute(
    'href',
    '/mijn/demo-berichten',
  )
})

it.each([
  [400, /^Vul je e-mailadres in/],
  [429, /te vaak/],
  ['away', /geen verbinding/],
] as const)('zegt bij het veld wat er mis is: %s', async (answer, words) => {
  answerWith({ ...NOBODY, '/inloglinks': answer })
  const { user } = renderMijnAt('/mijn')
  const field = await findAddress()
  await user.type(field, 'vera{Enter}')
  expect(await screen.findByText(words)).toBeVisible()
  expect(field).toHaveFocus()
  expect(field).toHaveAccessibleDescription(words)
  expect(field).toHaveValue('vera')
})

it('gebruikt de link pas als je op de knop drukt, en brengt je bij je aanbod', async () => {
  let used = 0
  answerWith({
    ...NOBODY,
    '/sessies': (_, request) => {
      used += 1
      expect(request.method).toBe('POST')
      return SESSIE
    },
  })
  const { user, address } = renderMijnAt('/mijn/inloggen#geheim')
  const button = await screen.findByRole('button', { name: 'Log in' })
  expect(used).toBe(0)
  await user.click(button)
  expect(await screen.findByRole('heading', { name: 'Dag Vera Vrijwilliger' })).toHaveFocus()
  expect(used).toBe(1)
  expect(address()).toBe('/mijn')
})

it('biedt bij een link die niet meer werkt een nieuwe aan', async () => {
  answerWith({ ...NOBODY, '/sessies': 401, '/inloglinks': { geldigMinuten: 15 } })
  const { user } = renderMijnAt('/mijn/inloggen#oud')
  await user.click(await screen.findByRole('button', { name: 'Log in' }))
  expect(await screen.findByRole('heading', { name: 'Deze link werkt niet meer' })).toHaveFocus()
  await user.type(screen.getByLabelText('Je e-mailadres'), 'vera@example.org')
  await user.click(screen.getByRole('button', { name: 'Stuur een nieuwe link' }))
  expect(await screen.findByRole('heading', { name: 'Kijk in je mail' })).toHaveFocus()
})

it('zegt bij een link die al gebruikt is dat je nog bent ingelogd', async () => {
  answerWith({ ...NOBODY, '/sessies/huidige': SESSIE, '/sessies': 401 })
  const { user, address } = renderMijnAt('/mijn/inloggen#gebruikt')
  await user.click(await screen.findByRole('button', { name: 'Log in' }))
  expect(await screen.findByText(/je bent in deze browser al ingelogd/)).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Naar mijn aanbod' }))
  expect(await screen.findByRole('heading', { name: 'Dag Vera Vrijwilliger' })).toHaveFocus()
  expect(address()).toBe('/mijn')
})

it('laat de knop staan als er geen verbinding is', async () => {
  answerWith({ ...NOBODY, '/sessies': 'away' })
  const { user } = renderMijnAt('/mijn/inloggen#geheim')
  await user.click(await screen.findByRole('button', { name: 'Log in' }))
  expect(await screen.findByText(/Heb je internet/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Log in' })).toBeVisible()
})

it('toont zonder link het formulier', async () => {
  answerWith(NOBODY)
  renderMijnAt('/mijn/inloggen')
  expect(await screen.findByRole('button', { name: 'Stuur een link' })).toBeVisible()
})

it('vraagt opnieuw om inloggen als de server de sessie niet meer kent', async () => {
  answerWith({ '/sessies/huidige': SESSIE, '/lidmaatschappen': 401 })
  renderMijnAt('/mijn')
  expect(await screen.findByRole('button', { name: 'Stuur een link' })).toBeVisible()
})
