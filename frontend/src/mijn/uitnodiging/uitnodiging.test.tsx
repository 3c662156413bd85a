import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const UITNODIGING = {
  organisatie: { id: 'o-1', slug: 'de-brug', naam: 'De Brug' },
  email: 'vera@example.org',
  rol: 'medebewerker',
  verlooptOp: '2026-12-14T10:00:00Z',
  kentJe: false,
}
const NOBODY: Answers = { '/sessies/huidige': 401, '/uitnodigingen/huidig': UITNODIGING }
const sessie = (email: string) => ({
  accountId: 'a-1',
  naam: 'Vera',
  email,
  rol: 'lid',
  verlooptOp: '2026-12-01T12:00:00Z',
})

it('neemt pas aan als je op de knop drukt, en stuurt een link om in te loggen', async () => {
  const sent: unknown[] = []
  answerWith({
    ...NOBODY,
    '/uitnodigingen/huidig/aanvaardingen': (_, request) => {
      expect(request.headers.get('uitnodiging-token')).toBe('geheim')
      void request.json().then((body) => sent.push(body))
      return { organisatie: UITNODIGING.organisatie, ingelogd: false }
    },
  })
  const { user } = renderMijnAt('/mijn/uitnodiging#geheim')
  expect(await screen.findByRole('heading', { name: 'Werk mee bij De Brug' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Ja, ik doe mee' }))
  expect(screen.getByText('Vul in hoe je heet.')).toBeVisible()
  expect(screen.getByLabelText('Hoe heet je?')).toHaveFocus()
  expect(sent).toEqual([])
  await user.type(screen.getByLabelText('Hoe heet je?'), 'Vera{Enter}')
  expect(await screen.findByRole('heading', { name: 'Je werkt nu mee bij De Brug' })).toHaveFocus()
  expect(screen.getByText(/We stuurden een link naar vera@example.org/)).toBeVisible()
  expect(sent).toEqual([{ naam: 'Vera' }])
})

it('vraagt wie we kennen geen naam, en brengt wie is ingelogd naar het aanbod', async () => {
  answerWith({
    '/sessies/huidige': sessie('vera@example.org'),
    '/uitnodigingen/huidig': { ...UITNODIGING, kentJe: true },
    '/uitnodigingen/huidig/aanvaardingen': {
      organisatie: UITNODIGING.organisatie,
      ingelogd: true,
    },
  })
  const { user } = renderMijnAt('/mijn/uitnodiging#geheim')
  await user.click(await screen.findByRole('button', { name: 'Ja, ik doe mee' }))
  expect(await screen.findByRole('link', { name: 'Naar mijn aanbod' })).toBeVisible()
})

it('zegt wie onder een ander adres is ingelogd dat het niet voor hem is', async () => {
  answerWith({ ...NOBODY, '/sessies/huidige': sessie('ander@example.org') })
  renderMijnAt('/mijn/uitnodiging#geheim')
  expect(await screen.findByText(/Je bent ingelogd als ander@example.org/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Ja, ik doe mee' })).toBeNull()
})

it.each(['#oud', ''])('wijst de weg als de uitnodiging niet werkt: %s', async (hash) => {
  answerWith({ ...NOBODY, '/uitnodigingen/huidig': 404 })
  renderMijnAt(`/mijn/uitnodiging${hash}`)
  expect(
    await screen.findByRole('heading', { name: 'Deze uitnodiging werkt niet meer' }),
  ).toBeVisible()
})
