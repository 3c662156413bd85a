import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Wens } from '@/lib/api/types'
import { eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const koffie = eenResultaat()
const begrepen: Wens[] = [
  { soort: 'wijk', codes: ['WK019330'], tekst: 'in holtenbroek' },
  { soort: 'kosten', codes: ['gratis'], tekst: 'gratis' },
]
const understanding = {
  '/zoeken': (query: URLSearchParams) =>
    gevonden([koffie], {
      begrepen: begrepen.filter(({ soort }) => !query.getAll('zonder').includes(soort)),
    }),
}

describe('wat we uit een vraag begrijpen', () => {
  it('staat er als iets dat weg kan en weer terug', async () => {
    const calls = answerWith(understanding)
    const { user, address } = renderAt('/zoeken?q=gratis+koffie+in+holtenbroek')
    const group = within(await screen.findByRole('group', { name: 'Waar we op letten' }))
    await user.click(group.getByRole('link', { name: 'In Holtenbroek niet meer op letten' }))
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=gratis+koffie+in+holtenbroek&zonder=wijk')
    })
    const putBack = group.getByRole('link', { name: 'In Holtenbroek weer op letten' })
    expect(putBack).toHaveFocus()
    expect(group.getByRole('link', { name: 'Gratis niet meer op letten' })).toBeVisible()
    await user.click(putBack)
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=gratis+koffie+in+holtenbroek')
    })
    const asked = calls.filter(({ searchParams }) => searchParams.get('pageSize') === '20')
    expect(asked.map(({ searchParams }) => searchParams.getAll('zonder'))).toEqual([[], ['wijk']])
  })

  it('is na herladen nog terug te zetten', async () => {
    answerWith(understanding)
    renderAt('/zoeken?q=gratis+koffie+in+holtenbroek&zonder=wijk&zonder=kosten')
    expect(await screen.findByRole('link', { name: 'In Holtenbroek weer op letten' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Gratis weer op letten' })).toBeVisible()
  })

  it('telt weer mee bij een andere vraag', async () => {
    answerWith(understanding)
    const { user, address } = renderAt('/zoeken?q=koffie&zonder=wijk&thema=ontmoeten')
    await user.type(await screen.findByRole('searchbox'), ' drinken')
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=koffie+drinken&thema=ontmoeten')
    })
  })
})

it('zegt waarop gezocht is als een woord anders gespeld was', async () => {
  answerWith({ '/zoeken': gevonden([koffie], { bedoeldeJe: 'koffie drinken' }) })
  renderAt('/zoeken?q=Koffie+drinke')
  const link = await screen.findByRole('link', { name: 'Koffie drinken' })
  expect(link).toHaveAttribute('href', '/zoeken?q=Koffie+drinken')
  expect(link.closest('p')).toHaveTextContent(
    'Bedoelde je Koffie drinken? Dit zijn de resultaten daarvoor.',
  )
})

describe('hulp bij nood', () => {
  const noodhulp = [
    { naam: '112', nummer: '112', wanneer: 'Acuut gevaar' },
    { naam: '113 Zelfmoordpreventie', nummer: '0800-0113 of 113', wanneer: null },
  ]

  it.each([
    ['boven de resultaten', [koffie]],
    ['ook als er geen resultaten zijn', []],
  ])('staat er %s, met nummers die je kunt aantikken', async (_, resultaten) => {
    answerWith({ '/zoeken': gevonden(resultaten, { noodhulp }) })
    renderAt('/zoeken?q=ik+wil+niet+meer')
    const help = await screen.findByRole('region', { name: 'Heb je nu hulp nodig? Bel gerust.' })
    const links = within(help).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Bel Acuut gevaar: 112', 'tel:112'],
      ['Bel 113 Zelfmoordpreventie: 0800-0113', 'tel:08000113'],
      ['Bel 113 Zelfmoordpreventie: 113', 'tel:113'],
    ])
    const title = screen.getByRole('heading', { level: 1 })
    expect(help.compareDocumentPosition(title)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(screen.getByText(/^Boven de resultaten staan telefoonnummers/)).toHaveRole('status')
  })

  it('is er niet bij een gewone vraag', async () => {
    answerWith({ '/zoeken': gevonden([koffie]) })
    renderAt('/zoeken?q=koffie')
    await screen.findByRole('article')
    expect(screen.queryByText('Heb je nu hulp nodig? Bel gerust.')).toBeNull()
  })
})
