import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { EigenAanbod } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { inOrder } from './eigenAanbod'

const ORGANISATIE = {
  id: 'o-1',
  slug: 'de-brug',
  naam: 'De Brug',
  vertrouwd: false,
  gecontroleerd: true,
}
const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Vera',
    email: 'vera@example.org',
    rol: 'lid',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/lidmaatschappen': { resultaten: [{ organisatie: ORGANISATIE, rol: 'eigenaar' }] },
}

const listing = (id: string, given: Partial<EigenAanbod> = {}): EigenAanbod => ({
  id,
  slug: id,
  titel: id,
  status: 'gepubliceerd',
  voorstel: false,
  bevestigdOp: '2026-05-01T10:00:00Z',
  controlerenVoor: '2026-11-01',
  aanDeBeurt: false,
  intervalMaanden: 6,
  kopieen: 0,
  isKopie: false,
  zekerheid: [],
  wijken: [],
  gewijzigdOp: '2026-05-01T10:00:00Z',
  versie: 1,
  ...given,
})

const show = (...resultaten: EigenAanbod[]) =>
  answerWith({ ...LOGGED_IN, '/organisaties/o-1/aanbod': { resultaten } })

it('noemt de wijk van wat met een ander meeloopt, dat net zo heet', async () => {
  show(
    listing('a', { titel: 'Soep', kopieen: 1, wijken: ['WK019310'] }),
    listing('b', { titel: 'Soep', isKopie: true, wijken: ['WK019322', 'WK019313'] }),
    listing('c', { titel: 'Thee', wijken: ['WK019322'] }),
  )
  renderMijnAt('/mijn')
  await screen.findByRole('heading', { level: 3, name: 'Thee' })
  const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
  expect(new Set(titles).size).toBe(3)
  expect(titles.filter((titel) => titel.startsWith('Soep · '))).toHaveLength(2)
})

it('zet wat aan de beurt is bovenaan en telt het', async () => {
  show(
    listing('Soep'),
    listing('Koffie', { aanDeBeurt: true }),
    listing('Plan', { status: 'concept' }),
  )
  renderMijnAt('/mijn')
  expect(await screen.findByText('1 van de 2 is aan de beurt. Klopt het nog?')).toBeVisible()
  const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
  expect(titles).toEqual(['Koffie', 'Soep', 'Plan'])
  expect(screen.getByText('Concept. Alleen jullie zien dit.')).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Plan' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Soep' })).toHaveAttribute('href', '/aanbod/Soep')
})

it('bevestigt met één druk, draait terug met nog een, en de focus blijft', async () => {
  let holds = false
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o-1/aanbod': () => ({
      resultaten: [listing('Koffie', { aanDeBeurt: !holds }), listing('Appel', {})],
    }),
    '/aanbod/Koffie/bevestigingen': () => {
      holds = true
      return { id: 'Koffie' }
    },
    '/aanbod/Koffie/intrekkingen': () => {
      holds = false
      return { id: 'Koffie' }
    },
  })
  const { user } = renderMijnAt('/mijn')
  const [first] = await screen.findAllByRole('listitem')
  const item = (await screen.findByRole('heading', { name: 'Koffie' })).closest('li') ?? first
  if (!item) throw new Error('geen rij')
  await user.click(within(item).getByRole('button', { name: 'Klopt nog' }))
  const back = await within(item).findByRole('button', { name: 'Draai terug' })
  expect(back).toHaveFocus()
  expect(await screen.findByText('Alles is gecontroleerd. Dank je wel!')).toBeVisible()
  // It was due, so it stays on top.
  expect(screen.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('Koffie')
  await user.click(back)
  expect(await within(item).findByRole('button', { name: 'Klopt nog' })).toHaveFocus()
  expect(await screen.findByText('1 van de 2 is aan de beurt. Klopt het nog?')).toBeVisible()
})

it('zegt dat bevestigen niet lukte', async () => {
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o-1/aanbod': { resultaten: [listing('Koffie')] },
    '/aanbod/Koffie/bevestigingen': 'away',
  })
  const { user } = renderMijnAt('/mijn')
  await user.click(await screen.findByRole('button', { name: 'Klopt nog' }))
  expect(await screen.findByText('Dat lukte niet. Probeer het nog eens.')).toBeVisible()
})

it('wijst de weg als er nog niets is', async () => {
  show()
  renderMijnAt('/mijn')
  expect(await screen.findByText(/^Hier staat nog niets/)).toBeVisible()
})

it('zegt dat de redactie nog kijkt, en wijst dan niet naar een bladzijde die er niet is', async () => {
  const organisatie = { ...ORGANISATIE, gecontroleerd: false }
  answerWith({
    ...LOGGED_IN,
    '/lidmaatschappen': { resultaten: [{ organisatie, rol: 'eigenaar' }] },
    '/organisaties/o-1/aanbod': { resultaten: [] },
  })
  renderMijnAt('/mijn')
  expect(await screen.findByText(/^De redactie kijkt jullie aanmelding nog na/)).toBeVisible()
  expect(screen.queryByRole('link', { name: /op de kaart/ })).toBeNull()
})

it('wijst de weg aan wie nergens bij hoort', async () => {
  answerWith({ ...LOGGED_IN, '/lidmaatschappen': { resultaten: [] } })
  renderMijnAt('/mijn')
  expect(await screen.findByText(/^Je hoort nog bij geen organisatie/)).toBeVisible()
})

it('ordent op wat aan de beurt was, stand en naam', () => {
  const all = [
    listing('d', { status: 'gestopt' }),
    listing('c', { status: 'concept' }),
    listing('b'),
    listing('a'),
    listing('e', { status: 'ter-beoordeling' }),
  ]
  expect(inOrder(all, new Set(['b'])).map(({ id }) => id)).toEqual(['b', 'a', 'e', 'c', 'd'])
})

it('maakt een kopie en gaat daarin verder, of zegt dat het niet lukte', async () => {
  let works = false
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o-1/aanbod': { resultaten: [listing('Koffie')] },
    '/aanbod/Koffie/kopieen': () => (works ? { id: 'k-2' } : 'away'),
  })
  const { user, address } = renderMijnAt('/mijn')
  const copy = await screen.findByRole('button', { name: 'Maak een kopie' })
  expect(copy).toHaveAccessibleDescription('Koffie')
  await user.click(copy)
  expect(await screen.findByText(/^Een kopie maken lukte niet/)).toBeVisible()
  works = true
  await user.click(copy)
  await vi.waitFor(() => {
    expect(address()).toBe('/mijn/aanbod/k-2')
  })
})
