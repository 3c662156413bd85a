import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { loadLanguage } from '@/i18n'
import { eenAanbod, eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

describe('het menu met talen', () => {
  it('leidt naar dezelfde bladzijde met dezelfde vraag, elke taal bij haar eigen naam', async () => {
    answerWith({ '/zoeken': gevonden([eenResultaat()]) })
    const { user } = renderAt('/zoeken?q=koffie&wijk=berkum&wijk=schelle')
    await screen.findByRole('article')
    await user.click(screen.getByText('Taal:'))
    const english = screen.getByRole('link', { name: 'English' })
    expect(english).toHaveAttribute('href', '/en/zoeken?q=koffie&wijk=berkum&wijk=schelle')
    expect(english).toHaveAttribute('lang', 'en')
    const own = screen.getByRole('link', { name: 'Nederlands' })
    expect(own).toHaveAttribute('href', '/zoeken?q=koffie&wijk=berkum&wijk=schelle')
    expect(own).toHaveAttribute('aria-current', 'true')
  })

  it('gaat dicht met Escape en geeft de aandacht terug', async () => {
    answerWith({ '/zoeken': gevonden([]) })
    const { user } = renderAt('/over')
    await screen.findByRole('heading', { level: 1 })
    const menu = screen.getByText('Taal:').closest('details')
    await user.click(screen.getByText('Taal:'))
    expect(menu).toHaveAttribute('open')
    screen.getByRole('link', { name: 'English' }).focus()
    await user.keyboard('{Escape}')
    expect(menu).not.toHaveAttribute('open')
    expect(menu?.querySelector('summary')).toHaveFocus()
    await user.click(screen.getByText('Taal:'))
    await user.click(screen.getByRole('heading', { level: 1 }))
    expect(menu).not.toHaveAttribute('open')
  })
})

describe('in een andere taal', () => {
  it('houden links, vragen en de kop zich aan de taal van het adres', async () => {
    const calls = answerWith({ '/zoeken': gevonden([eenResultaat({ kosten: 'gratis' })]) })
    const { user, address } = renderAt('/en/zoeken', await loadLanguage('en'))
    const result = within(await screen.findByRole('article'))
    expect(result.getByRole('link', { name: 'Koffie in De Brug' })).toHaveAttribute(
      'href',
      '/en/aanbod/koffie-in-de-brug',
    )
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Everything in Zwolle')
    await user.click(await screen.findByRole('checkbox', { name: 'Free 4' }))
    await waitFor(() => {
      expect(address()).toBe('/en/zoeken?kosten=gratis')
    })
    expect(calls.at(-1)?.pathname).toBe('/api/v1/zoeken')
    await user.click(screen.getByRole('link', { name: /Social map of Zwolle/ }))
    await waitFor(() => {
      expect(address()).toBe('/en')
    })
    await user.click(screen.getByText('Language:'))
    expect(screen.getByRole('link', { name: 'Nederlands' })).toHaveAttribute('href', '/')
  })

  it('is een adres dat er niet is ook daar een eigen pagina', async () => {
    answerWith({})
    renderAt('/en/bestaat/niet', await loadLanguage('en'))
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'This page is not here',
    )
  })

  it('komt iemand van een pagina weer bij de resultaten', async () => {
    answerWith({
      '/zoeken': gevonden([eenResultaat()]),
      '/aanbod/koffie-in-de-brug': eenAanbod(),
    })
    const { user, address } = renderAt('/en/zoeken?q=koffie', await loadLanguage('en'))
    await user.click(await screen.findByRole('link', { name: 'Koffie in De Brug' }))
    const back = await screen.findByRole('link', { name: 'Back to the results' })
    expect(back).toHaveAttribute('href', '/en/zoeken?q=koffie')
    await user.click(back)
    await waitFor(() => {
      expect(address()).toBe('/en/zoeken?q=koffie')
    })
  })
})
