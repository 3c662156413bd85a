import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { currentPlek, forgetPlek } from '@/lib/plek/plek'
import { eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden, type Answers } from '@/test/server'

afterEach(forgetPlek)

const straat = {
  soort: 'straat',
  label: 'Beethovenlaan, Zwolle',
  punt: { lat: 52.527, lon: 6.084 },
  wijk: 'WK019330',
}
const postcode = { soort: 'postcode', label: '8011', punt: { lat: 52.51, lon: 6.092 } }

const ANSWERS: Answers = {
  '/zoeken': gevonden([eenResultaat()]),
  '/adressen': (query) => {
    const q = query.get('q') ?? ''
    const adressen = [straat, postcode].filter(({ label }) => label.startsWith(q))
    return { adressen, gedegradeerd: false }
  },
}

const field = () => screen.findByRole('combobox', { name: 'Straat, postcode of wijk' })

describe('dichtbij zonder je plek te delen', () => {
  it('sorteert vanaf de straat die je kiest, en zet die niet in het adres', async () => {
    const calls = answerWith(ANSWERS)
    const { user, address } = renderAt('/zoeken?q=koffie')
    await user.selectOptions(await screen.findByLabelText('Volgorde'), 'afstand')
    expect(await screen.findByText(/We weten niet waar je bent/)).toBeVisible()
    expect(calls.some(({ pathname }) => pathname.endsWith('/adressen'))).toBe(false)
    await user.type(await field(), 'Beet')
    await user.click(await screen.findByRole('option', { name: /Beethovenlaan, Zwolle/ }))
    expect(await screen.findByText('Vanaf: Beethovenlaan, Zwolle')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Andere plek' })).toHaveFocus()
    await waitFor(() => {
      expect(calls.at(-1)?.searchParams.get('bij')).toBe('52.527,6.084')
    })
    expect(address()).toBe('/zoeken?q=koffie&sort=afstand')
  })

  it('neemt met Enter de eerste die past', async () => {
    answerWith(ANSWERS)
    const { user } = renderAt('/zoeken?sort=afstand')
    await user.type(await field(), 'Beethovenlaan{Enter}')
    expect(await screen.findByText('Vanaf: Beethovenlaan, Zwolle')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Andere plek' }))
    await user.type(await field(), '8011')
    await user.keyboard('{ArrowDown}')
    const option = await screen.findByRole('option', { name: /8011/ })
    await user.keyboard('{ArrowDown}')
    expect(option).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Vanaf: 8011')).toBeVisible()
  })

  it.each([
    ['niets past', { adressen: [], gedegradeerd: false }, /Dat vonden we niet in Zwolle/],
    ['straten niet gaan', { adressen: [], gedegradeerd: true }, /geen straten opzoeken/],
    ['de server weg is', 'away' as const, /We krijgen nu geen verbinding/],
  ])('zegt wat je kunt doen als %s', async (_, answer, text) => {
    answerWith({ ...ANSWERS, '/adressen': answer })
    const { user } = renderAt('/zoeken?sort=afstand')
    await user.type(await field(), 'Xyzstraat{Enter}')
    expect(await screen.findByText(text)).toBeVisible()
    expect(await field()).toHaveValue('Xyzstraat')
    expect(currentPlek()).toBeNull()
  })
})

describe('je wijk vinden op de eerste bladzijde', () => {
  const home: Answers = {
    ...ANSWERS,
    '/situaties': { situaties: [] },
    '/wijken/holtenbroek': { code: 'WK019330', naam: 'Holtenbroek', slug: 'holtenbroek' },
  }

  it('gaat met een straat naar de bladzijde van de wijk', async () => {
    answerWith(home)
    const { user, address } = renderAt('/')
    await user.click(await screen.findByRole('button', { name: /Weet je je wijk niet/ }))
    await user.type(await field(), 'Beet{Enter}')
    await waitFor(() => {
      expect(address()).toBe('/wijken/holtenbroek')
    })
  })

  it('raadt geen wijk bij een postcode die er meer heeft', async () => {
    answerWith(home)
    const { user, address } = renderAt('/')
    await user.click(await screen.findByRole('button', { name: /Weet je je wijk niet/ }))
    await user.type(await field(), '8011{Enter}')
    await waitFor(() => {
      expect(address()).toBe('/zoeken?sort=afstand')
    })
    expect(await screen.findByText('Vanaf: 8011')).toBeVisible()
  })
})
