import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const geldzorgen = {
  slug: 'geldzorgen',
  titel: 'Geldzorgen',
  samenvatting: 'Elke maand te weinig.',
  inleiding: 'Je hoeft je niet te schamen.',
  onderdelen: [
    { titel: 'Iemand die meekijkt', tekst: '', vraag: { thema: ['geld'], q: '' } },
    { titel: 'Spullen', tekst: 'Gratis.', vraag: { q: 'kleding' } },
  ],
  volgorde: 1,
  zichtbaar: true,
  versie: 1,
  gewijzigdOp: '2026-11-01T10:00:00Z',
}
const koffie = eenResultaat({ titel: 'Koffie in De Brug' })

describe('een situatie', () => {
  it('laat per onderdeel zien wat er is, met de weg naar alles', async () => {
    answerWith({
      '/situaties/geldzorgen': geldzorgen,
      '/zoeken': (query) =>
        query.get('q') === 'kleding' ? gevonden([]) : gevonden([koffie], { totaal: 9 }),
    })
    renderAt('/situaties/geldzorgen')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Geldzorgen')
    const first = within(screen.getByRole('region', { name: 'Iemand die meekijkt' }))
    expect(await first.findByRole('link', { name: 'Koffie in De Brug' })).toBeVisible()
    expect(
      first.getByRole('link', { name: 'Bekijk alle 9 bij ‘Iemand die meekijkt’' }),
    ).toHaveAttribute('href', '/zoeken?thema=geld')
    const second = within(screen.getByRole('region', { name: 'Spullen' }))
    expect(await second.findByText('Hier is nog niets voor op de kaart.')).toBeVisible()
  })

  it('die er niet is wijst de weg naar de andere', async () => {
    answerWith({ '/situaties/onbekend': 404 })
    renderAt('/situaties/onbekend')
    expect(await screen.findByRole('link', { name: 'Alle situaties' })).toHaveAttribute(
      'href',
      '/situaties',
    )
  })

  it('staat in de lijst en op de beginpagina', async () => {
    const { slug, titel, samenvatting } = geldzorgen
    answerWith({
      '/situaties': { resultaten: [{ slug, titel, samenvatting }] },
      '/zoeken': gevonden([koffie]),
    })
    renderAt('/situaties')
    expect(await screen.findByRole('link', { name: 'Geldzorgen' })).toHaveAttribute(
      'href',
      '/situaties/geldzorgen',
    )
    renderAt('/')
    const section = within(await screen.findByRole('region', { name: 'Wat speelt er bij jou?' }))
    expect(section.getByRole('link', { name: 'Geldzorgen' })).toBeVisible()
  })
})

describe('een wijk', () => {
  it('heeft een eigen bladzijde met wat buren het eerst vragen', async () => {
    const calls = answerWith({ '/zoeken': gevonden([koffie], { totaal: 4 }) })
    renderAt('/wijken/holtenbroek')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Bij jou in Holtenbroek',
    )
    const evening = within(screen.getByRole('region', { name: '’s Avonds' }))
    expect(await evening.findByRole('link', { name: 'Koffie in De Brug' })).toBeVisible()
    const asked = calls.filter(({ searchParams }) => searchParams.get('pageSize') === '3')
    expect(asked.length).toBe(6)
    expect(asked.every(({ searchParams }) => searchParams.get('wijk') === 'holtenbroek')).toBe(true)
  })

  it('die niet bestaat wijst naar de kaart', async () => {
    answerWith({})
    renderAt('/wijken/atlantis')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Deze wijk kennen we niet',
    )
  })
})
