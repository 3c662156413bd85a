import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Plekkopieen, Verwant } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const verwant = (id: string, given: Partial<Verwant> = {}): Verwant => ({
  id,
  titel: 'Soep',
  status: 'concept',
  wijken: [],
  ...given,
})

function serve(given: Partial<Plekkopieen>, more: Answers = {}) {
  const all: Plekkopieen = {
    titel: 'Soep',
    versie: 3,
    delen: [],
    wacht: false,
    kopieen: [],
    plekken: [{ id: 'p-1', plek: 'De Brug, Brugstraat 1' }],
    ...given,
  }
  answerWith({
    '/sessies/huidige': {
      ...{ accountId: 'a', naam: 'Vera', rol: 'lid', verlooptOp: '2026-12-01T12:00:00Z' },
    },
    '/aanbod/a-1/plekkopieen': (_, request) =>
      request.method === 'POST' ? { resultaten: [verwant('k-1'), verwant('k-2')] } : all,
    ...more,
  })
}

it('maakt kopieën voor meer plekken tegelijk, en zegt wat er daarna te doen is', async () => {
  serve({})
  const { user } = renderMijnAt('/mijn/aanbod/a-1/plekken')
  await user.click(await screen.findByRole('button', { name: 'Maak kopieën' }))
  expect(screen.getByRole('group', { name: 'Jullie eigen plekken' })).toHaveFocus()
  expect(screen.getByText('Kies minstens één plek of wijk.')).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'De Brug, Brugstraat 1' }))
  await user.click(screen.getByRole('checkbox', { name: 'Aa-landen' }))
  await user.click(screen.getByRole('button', { name: 'Maak 2 kopieën' }))
  const said = await screen.findByText(/^2 kopieën zijn gemaakt/)
  expect(said).toHaveFocus()
})

it('laat zien welke kopieën meelopen, en waar die zijn', async () => {
  serve({ kopieen: [verwant('k-1', { plek: 'De Brug', status: 'gepubliceerd' }), verwant('k-2')] })
  renderMijnAt('/mijn/aanbod/a-1/plekken')
  const link = await screen.findByRole('link', { name: 'Soep · De Brug' })
  expect(link).toHaveAttribute('href', '/mijn/aanbod/k-1')
  expect(screen.getByRole('link', { name: 'Soep · Nog zonder plek' })).toBeVisible()
  expect(screen.getByText('(op de kaart)')).toBeVisible()
})

it('zegt van een kopie wat meeloopt en wat afwijkt, en laat het weer meelopen', async () => {
  const asked: unknown[] = []
  serve(
    {
      origineel: verwant('o-1', { plek: 'De Proef', status: 'gepubliceerd' }),
      delen: [
        { veld: 'leeftijdVan', stand: 'loopt-mee', verschillen: [] },
        {
          veld: 'titel',
          stand: 'wijkt-af',
          verschillen: [
            {
              veld: 'titel',
              vorm: 'tekst',
              stukken: [
                { soort: 'weg', tekst: 'Soep' },
                { soort: 'erbij', tekst: 'Bouillon' },
              ],
            },
          ],
        },
      ],
    },
    {
      '/aanbod/a-1/hervattingen': (_, request) => {
        asked.push(request.headers.get('if-match'))
        return {}
      },
    },
  )
  const { user } = renderMijnAt('/mijn/aanbod/a-1/plekken')
  const summary = await screen.findByText('1 onderdeel loopt mee. Welk is dat?')
  await user.click(summary)
  const along = within(summary.parentElement ?? summary)
  expect(along.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Leeftijd'])
  expect(screen.queryByText(/^Alles loopt mee/)).toBeNull()
  const apart = within(screen.getByRole('group', { name: 'Titel' }))
  expect(apart.getByText('Wijkt af van het origineel')).toBeVisible()
  expect(apart.getByText('Bouillon')).toBeVisible()
  await user.click(apart.getByRole('button', { name: 'Laat weer meelopen' }))
  expect(await screen.findByText('Dit loopt weer mee.')).toHaveFocus()
  expect(asked).toEqual(['"3"'])
})

it('maakt pas los na een tweede druk', async () => {
  let freed = 0
  serve(
    { origineel: verwant('o-1') },
    {
      '/aanbod/a-1/losmakingen': () => {
        freed += 1
        return {}
      },
    },
  )
  const { user } = renderMijnAt('/mijn/aanbod/a-1/plekken')
  await user.click(await screen.findByRole('button', { name: 'Maak deze kopie los' }))
  expect(freed).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Ja, maak los' }))
  expect(await screen.findByText('Deze kopie staat nu op zichzelf.')).toHaveFocus()
  expect(freed).toBe(1)
})
