import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { BeheerAccount } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Bea',
    rol: 'beheer',
    verlooptOp: '2099-12-01T12:00:00Z',
  },
}

const account = (given: Partial<BeheerAccount> = {}): BeheerAccount => ({
  id: 'a-2',
  naam: 'Ravi',
  email: null,
  rol: 'redactie',
  wijken: [],
  inlogdienst: 'Gemeente Proefstad',
  gezienOp: '2026-11-30',
  sessies: 2,
  geblokkeerd: false,
  tweedeStap: false,
  ik: false,
  ...given,
})

const ME = account({ id: 'a-1', naam: 'Bea', rol: 'beheer', ik: true, sessies: 1 })

it('zegt wie waar is ingelogd, en logt iemand overal uit', async () => {
  answerWith({
    ...LOGGED_IN,
    '/accounts': { resultaten: [ME, account()] },
    '/accounts/a-2/uitloggingen': account({ sessies: 0 }),
  })
  const { user } = renderMijnAt('/mijn/beheer/accounts')
  const heading = await screen.findByRole('heading', { name: 'Ravi' })
  const item = within(heading.closest('li') ?? heading)
  expect(item.getByText(/Logt in bij Gemeente Proefstad/)).toBeVisible()
  expect(item.getByText(/Nu op 2 plekken ingelogd/)).toBeVisible()
  await user.click(item.getByRole('button', { name: 'Log overal uit' }))
  expect(await item.findByText(/Nu nergens ingelogd/)).toBeVisible()
  expect(item.queryByRole('button', { name: 'Log overal uit' })).toBeNull()
  expect(await screen.findByText('Ravi is overal uitgelogd.')).toBeInTheDocument()
})

it('laat iemand zichzelf niet blokkeren', async () => {
  answerWith({ ...LOGGED_IN, '/accounts': { resultaten: [ME] } })
  renderMijnAt('/mijn/beheer/accounts')
  expect(await screen.findByText('Beheer, dat ben jij')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Blokkeer' })).toBeNull()
})

it('zoekt een lid op het hele adres en blokkeert het', async () => {
  const asked: Promise<string>[] = []
  const lid = account({ id: 'a-3', naam: 'Vera', rol: 'lid', email: 'vera@example.org' })
  answerWith({
    ...LOGGED_IN,
    '/accounts': { resultaten: [ME] },
    '/accounts/zoekopdrachten': (_, request) => {
      asked.push(request.text())
      return { resultaten: [lid] }
    },
    '/accounts/a-3/blokkeringen': { ...lid, geblokkeerd: true, sessies: 0 },
  })
  const { user } = renderMijnAt('/mijn/beheer/accounts')
  const field = await screen.findByLabelText('Zoek een lid')
  await user.type(field, 'vera')
  await user.click(screen.getByRole('button', { name: 'Zoek' }))
  expect(await screen.findByText(/Typ een heel e-mailadres, zoals/)).toBeVisible()
  await user.type(field, '@example.org')
  await user.click(screen.getByRole('button', { name: 'Zoek' }))
  await user.click(await screen.findByRole('button', { name: 'Blokkeer' }))
  expect(await screen.findByText('Geblokkeerd')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Haal blokkering weg' })).toBeVisible()
  // Not in an address, which others may keep.
  expect(await Promise.all(asked)).toEqual(['{"email":"vera@example.org"}'])
})

it('zet een tweede stap uit, maar niet zonder te zeggen waarom', async () => {
  const sent: Promise<string>[] = []
  const lid = account({ id: 'a-3', naam: 'Vera', rol: 'lid', tweedeStap: true })
  answerWith({
    ...LOGGED_IN,
    '/accounts': { resultaten: [lid] },
    '/accounts/a-3/tweedestap/verwijderingen': (_, request) => {
      sent.push(request.text())
      return { ...lid, tweedeStap: false }
    },
  })
  const { user } = renderMijnAt('/mijn/beheer/accounts')
  expect(await screen.findByText(/Logt in met een code erbij/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Zet tweede stap uit' }))
  const field = screen.getByLabelText('Waarom zet je de tweede stap uit?')
  await user.click(screen.getByRole('button', { name: 'Zet tweede stap uit' }))
  expect(field).toHaveFocus()
  expect(sent).toEqual([])
  await user.type(field, 'Alles kwijt')
  await user.click(screen.getByRole('button', { name: 'Zet tweede stap uit' }))
  expect(await screen.findByText('Vera logt weer in zonder code.')).toBeInTheDocument()
  expect(screen.queryByText(/Logt in met een code erbij/)).toBeNull()
  expect(await Promise.all(sent)).toEqual(['{"reden":"Alles kwijt"}'])
})

it('zegt wat de server weigert, en als er geen server is', async () => {
  answerWith({
    ...LOGGED_IN,
    '/accounts': { resultaten: [account()] },
    '/accounts/a-2/uitloggingen': 409,
    '/accounts/a-2/blokkeringen': 'away',
  })
  const { user } = renderMijnAt('/mijn/beheer/accounts')
  await user.click(await screen.findByRole('button', { name: 'Log overal uit' }))
  expect(await screen.findByText('Dat ging niet.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Blokkeer' }))
  expect(await screen.findByText(/We krijgen nu geen verbinding/)).toBeVisible()
})
