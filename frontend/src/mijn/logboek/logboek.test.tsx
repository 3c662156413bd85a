import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { LogboekRegel } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { byDay, isBackwards, spell } from './logboek'

const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Bea',
    email: 'bea@example.org',
    rol: 'beheer',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
}

const regel = (id: string, given: Partial<LogboekRegel> = {}): LogboekRegel => ({
  id,
  op: '2026-11-30T13:02:00Z',
  wie: { accountId: 'a-2', naam: 'Vera', rol: 'lid' },
  onderwerp: 'aanbod',
  onderwerpId: 'x-1',
  naam: 'Koffie',
  handeling: 'publiceren',
  wijze: 'ingelogd',
  wijzigingen: [],
  ...given,
})

const show = (...resultaten: LogboekRegel[]) =>
  answerWith({ ...LOGGED_IN, '/logboekregels': { resultaten } })

it('zegt per dag wie wat deed, en wat er eerst stond', async () => {
  show(
    regel('r-1', { wijzigingen: [{ veld: 'titel', van: 'Thee', naar: 'Koffie' }] }),
    regel('r-2', { op: '2026-11-29T22:00:00Z', wie: null, handeling: 'contact-vergeten' }),
  )
  const { user } = renderMijnAt('/mijn/beheer/logboek')
  const monday = await screen.findByRole('region', { name: 'maandag 30 november 2026' })
  expect(within(monday).getByText('Aanbod · op de kaart gezet')).toBeVisible()
  expect(within(monday).getByText('14.02')).toBeVisible()
  await user.click(within(monday).getByText('1 veld veranderd'))
  expect(within(monday).getByText('Thee')).toBeVisible()
  const sunday = screen.getByRole('region', { name: 'zondag 29 november 2026' })
  expect(within(sunday).getByText('Vanzelf')).toBeVisible()
})

it('zegt wat het niet kent in het woord dat er staat', async () => {
  show(regel('r-1', { onderwerp: 'nieuw-ding', handeling: 'heel-anders', naam: null }))
  renderMijnAt('/mijn/beheer/logboek')
  expect(await screen.findByText('nieuw ding · heel anders')).toBeVisible()
  expect(screen.getByText('x-1')).toBeVisible()
})

it('vraagt naar een onderwerp, en niet naar een periode die achteruit loopt', async () => {
  const asked: string[] = []
  answerWith({
    ...LOGGED_IN,
    '/logboekregels': (query) => {
      asked.push(query.toString())
      return { resultaten: [] }
    },
  })
  const { user } = renderMijnAt('/mijn/beheer/logboek')
  expect(await screen.findByText('Er is nog niets gebeurd.')).toBeVisible()
  await user.selectOptions(screen.getByLabelText('Waarover'), 'Account')
  expect(await screen.findByText(/^Hier staat niets over/)).toBeVisible()
  await user.type(screen.getByLabelText('Vanaf'), '2026-11-30')
  await user.type(screen.getByLabelText('Tot en met'), '2026-11-01')
  expect(await screen.findByText('De laatste dag ligt voor de eerste.')).toBeVisible()
  expect(asked[1]).toBe('onderwerp=account')
  expect(asked.every((each) => !each.includes('datumTot'))).toBe(true)
})

it('zegt het als iemand dit niet mag lezen', async () => {
  answerWith({ ...LOGGED_IN, '/logboekregels': 'away' })
  renderMijnAt('/mijn/beheer/logboek')
  expect(await screen.findByRole('button', { name: 'Probeer opnieuw' })).toBeVisible()
})

it('deelt op bij middernacht op een klok hier', () => {
  const days = byDay([
    regel('laat', { op: '2026-11-29T23:30:00Z' }),
    regel('vroeg', { op: '2026-11-29T22:30:00Z' }),
  ])
  expect(days.map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-29'])
})

it('spelt uit wat bewaard is', () => {
  expect(spell(['a', null, 'b'])).toBe('a, b')
  expect(spell({ naam: 'Ans', mail: null })).toBe('naam: Ans')
  expect(spell([])).toBeNull()
  expect(spell('')).toBeNull()
  expect(spell(0)).toBe('0')
  expect(spell(true)).toBe('ja')
})

it('laat een periode die niet af is gewoon lopen', () => {
  expect(isBackwards({ onderwerp: '', datumVan: '2026-11-30', datumTot: '' })).toBe(false)
  expect(isBackwards({ onderwerp: '', datumVan: '2026-11-02', datumTot: '2026-11-01' })).toBe(true)
})
