import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EigenAanbod, Sluiting } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const ORGANISATIE = {
  id: 'o-1',
  slug: 'de-brug',
  naam: 'De Brug',
  vertrouwd: false,
  gecontroleerd: true,
}
const KOFFIE: EigenAanbod = {
  id: 'k',
  slug: 'koffie',
  titel: 'Koffie',
  status: 'gepubliceerd',
  voorstel: false,
  bevestigdOp: '2026-11-01T10:00:00Z',
  controlerenVoor: '2027-05-01',
  aanDeBeurt: false,
  intervalMaanden: 6,
  kopieen: 0,
  isKopie: false,
  zekerheid: [],
  wijken: [],
  gewijzigdOp: '2026-11-01T10:00:00Z',
  versie: 1,
}
const KERST = {
  naam: 'Kerstvakantie',
  schooljaar: '2026-2027',
  van: '2026-12-19',
  tot: '2027-01-03',
}

/** A server that closes and opens as it is asked to, and what it was asked. */
function serve(first: Sluiting | null = null, more: Answers = {}) {
  let sluiting = first
  let before = first
  const asked: unknown[] = []
  answerWith({
    '/sessies/huidige': {
      ...{ accountId: 'a', naam: 'Vera', rol: 'lid', verlooptOp: '2026-12-01T12:00:00Z' },
    },
    '/lidmaatschappen': { resultaten: [{ organisatie: ORGANISATIE, rol: 'eigenaar' }] },
    '/organisaties/o-1/aanbod': () => ({ resultaten: [{ ...KOFFIE, sluiting }] }),
    '/schoolvakanties': { regio: 'Noord', bekendTot: '2027-08-22', resultaten: [KERST] },
    '/aanbod/k/sluitingen': (_, request) => {
      void request.json().then((body) => asked.push(body))
      before = sluiting
      sluiting = { van: '2026-11-30', tot: '2026-12-06' }
      return {}
    },
    '/aanbod/k/openingen': () => {
      before = sluiting
      sluiting = null
      return {}
    },
    '/aanbod/k/sluitingen/intrekkingen': () => {
      sluiting = before
      return {}
    },
    ...more,
  })
  return asked
}

async function openList() {
  vi.setSystemTime(new Date('2026-11-30T12:00:00Z'))
  const { user } = renderMijnAt('/mijn')
  const heading = await screen.findByRole('heading', { name: 'Koffie' })
  const item = heading.closest('li')
  if (!item) throw new Error('geen rij')
  return { user, item: within(item) }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  Element.prototype.scrollIntoView = vi.fn()
})
afterEach(() => {
  vi.useRealTimers()
})

it('sluit met twee drukken, en draait het terug met nog een', async () => {
  const asked = serve()
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Even dicht' }))
  expect(screen.getByText('Even dicht: Koffie')).toHaveFocus()
  await user.click(item.getByRole('button', { name: /^Een week tot en met 6 december/ }))
  const said = await item.findByText(/^Dicht tot en met 6 december\. Daarna vanzelf/)
  expect(said).toHaveFocus()
  expect(asked).toEqual([{ tot: '2026-12-06', reden: null }])
  expect(await item.findByText('Dicht tot en met 6 december.')).toBeVisible()
  await user.click(item.getByRole('button', { name: 'Draai terug' }))
  expect(await item.findByText('Teruggedraaid.')).toHaveFocus()
  expect(await item.findByRole('button', { name: 'Even dicht' })).toBeVisible()
  expect(item.queryByText('Dicht tot en met 6 december.')).toBeNull()
})

it('noemt de vakantie die eraan komt, en stuurt mee waarom', async () => {
  const asked = serve()
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Even dicht' }))
  await user.type(item.getByLabelText('Waarom? Dat hoeft niet.'), ' We verven de zaal. ')
  await user.click(await item.findByRole('button', { name: /^Tot na de kerstvakantie/ }))
  await item.findByText(/^Dicht tot en met 3 januari 2027/)
  expect(asked).toEqual([{ tot: '2027-01-03', reden: 'We verven de zaal.' }])
})

it('neemt een eigen dag, en zegt het als die niet kan', async () => {
  const asked = serve()
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Even dicht' }))
  const day = item.getByLabelText('Of kies zelf de laatste dag')
  const send = item.getByRole('button', { name: 'Dicht tot en met deze dag' })
  await user.click(send)
  expect(day).toHaveAccessibleDescription('Kies een dag.')
  await user.type(day, '2026-11-29')
  expect(day).toHaveAccessibleDescription(/al voorbij/)
  await user.clear(day)
  await user.type(day, '2026-12-24')
  await user.click(send)
  await item.findByText(/^Dicht tot en met 24 december/)
  expect(asked).toEqual([{ tot: '2026-12-24', reden: null }])
})

it('opent weer, en laat veranderen hoelang met wat er al stond', async () => {
  serve({ van: '2026-11-20', tot: '2026-12-06', reden: 'Lekkage' })
  const { user, item } = await openList()
  expect(item.getByText(/‘Lekkage’/)).toBeVisible()
  await user.click(item.getByRole('button', { name: 'Verander hoelang' }))
  expect(item.getByLabelText('Waarom? Dat hoeft niet.')).toHaveValue('Lekkage')
  await user.keyboard('{Escape}')
  expect(item.getByRole('button', { name: 'Verander hoelang' })).toHaveFocus()
  await user.click(item.getByRole('button', { name: 'Weer open' }))
  expect(await item.findByText(/^Weer open\. Bewoners/)).toHaveFocus()
  expect(await item.findByRole('button', { name: 'Even dicht' })).toBeVisible()
})

it('zegt wat gepland is, en dat kan nog steeds eerder dicht', async () => {
  serve({ van: '2026-12-20' })
  const { item } = await openList()
  expect(item.getByText('Dicht vanaf 20 december.')).toBeVisible()
  expect(item.getByRole('button', { name: 'Even dicht' })).toBeVisible()
  expect(item.queryByRole('button', { name: 'Weer open' })).toBeNull()
})

it.each([
  ['away', /Er is niets veranderd/],
  [500, /Er is niets veranderd/],
  [409, 'Dat ging niet.'],
] as const)('houdt wat getypt is als het niet lukt: %s', async (answer, words) => {
  serve(null, { '/aanbod/k/sluitingen': answer })
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Even dicht' }))
  await user.type(item.getByLabelText('Waarom? Dat hoeft niet.'), 'Ziek')
  await user.click(item.getByRole('button', { name: /^Twee weken/ }))
  expect(await item.findByText(words)).toBeVisible()
  expect(item.getByLabelText('Waarom? Dat hoeft niet.')).toHaveValue('Ziek')
})
