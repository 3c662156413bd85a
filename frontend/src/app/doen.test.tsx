import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const koken = eenResultaat({
  titel: 'Soep voor de buurt',
  vrijwilligersGezocht: true,
  vrijwilligersTekst: 'We zoeken iemand die groenten snijdt.',
  inzet: 'uur',
})

describe('ik wil iets doen', () => {
  it('zegt bij elke plek wat ze vragen en hoeveel tijd het kost', async () => {
    answerWith({ '/zoeken': gevonden([koken]) })
    renderAt('/ik-wil-iets-doen')
    const card = within(await screen.findByRole('article'))
    expect(card.getByRole('link', { name: 'Soep voor de buurt' })).toBeVisible()
    expect(card.getByText('We zoeken iemand die groenten snijdt.')).toBeVisible()
    expect(await card.findByText('Ongeveer een uur per week')).toBeVisible()
  })

  it('zet elke keuze in het adres, en zoekt er meteen mee', async () => {
    const calls = answerWith({ '/zoeken': gevonden([koken]) })
    const { user, address } = renderAt('/ik-wil-iets-doen')
    await user.click(await screen.findByRole('radio', { name: 'Ongeveer een uur per week' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Iemand gezelschap houden' }))
    await user.selectOptions(screen.getByLabelText('In welke wijk?'), 'Berkum')
    await waitFor(() => {
      expect(address()).toBe('/ik-wil-iets-doen?tijd=uur&graag=gezelschap&wijk=berkum')
    })
    const asked = calls.findLast(({ searchParams }) => searchParams.has('wijk'))?.searchParams
    expect(asked?.getAll('inzet')).toEqual(['af-en-toe', 'uur'])
    expect(asked?.getAll('thema')).toContain('ontmoeten')
    expect(asked?.get('vrijwilligersGezocht')).toBe('true')
  })

  it('laat een keuze meteen zien, en verliest haar niet als er meteen nog een komt', async () => {
    answerWith({ '/zoeken': gevonden([koken]) })
    const { address } = renderAt('/ik-wil-iets-doen')
    const gezelschap = await screen.findByRole('checkbox', { name: 'Iemand gezelschap houden' })
    fireEvent.click(gezelschap)
    expect(gezelschap).toBeChecked()
    fireEvent.click(screen.getByRole('radio', { name: 'Ongeveer een uur per week' }))
    await waitFor(() => {
      expect(address()).toBe('/ik-wil-iets-doen?tijd=uur&graag=gezelschap')
    })
  })

  it('vraagt op een lege kaart niet wat je graag doet', async () => {
    answerWith({ '/zoeken': gevonden([], { facetten: { thema: {} } }) })
    renderAt('/ik-wil-iets-doen')
    await screen.findByText(/Dit past nu nergens/)
    expect(screen.getByText('Hoeveel tijd heb je?')).toBeVisible()
    expect(screen.queryByText('Wat doe je graag?')).toBeNull()
  })

  it('wijst de weg als er niets past', async () => {
    answerWith({ '/zoeken': gevonden([]) })
    renderAt('/ik-wil-iets-doen?tijd=uur&wijk=berkum')
    expect(await screen.findByText(/Dit past nu nergens/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Bekijk alle plekken' })).toHaveAttribute(
      'href',
      '/ik-wil-iets-doen',
    )
  })

  it('staat op het begin even groot als zoeken', async () => {
    answerWith({ '/zoeken': gevonden([koken]) })
    renderAt('/')
    const part = within(await screen.findByRole('region', { name: 'Iets doen voor een ander' }))
    expect(await part.findByRole('link', { name: 'Ongeveer een uur per week' })).toHaveAttribute(
      'href',
      '/ik-wil-iets-doen?tijd=uur',
    )
  })
})
