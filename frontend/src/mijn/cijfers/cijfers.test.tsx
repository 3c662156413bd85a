import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { AanbodInMaand, Bereik, Getal, MaandBereik } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { asCsv } from './cijfers'

const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    ...{ accountId: 'a-1', naam: 'Vera', rol: 'lid', verlooptOp: '2027-12-01T12:00:00Z' },
  },
}
const few: Getal = { minderDan: 10 }
const of = (aantal: number): Getal => ({ aantal })
const NOTHING = {
  ...{ getoond: of(0), geopend: of(0), gebeld: of(0), gemaild: of(0) },
  ...{ website: of(0), route: of(0) },
}
const maand = (naam: string, given: Partial<MaandBereik> = {}): MaandBereik => ({
  ...NOTHING,
  maand: naam,
  vragen: [],
  ...given,
})
const MAANDEN = [
  maand('2026-12', { getoond: few }),
  maand('2026-11', {
    ...{ getoond: of(1140), geopend: of(32), gebeld: few, website: of(12) },
    vragen: [{ vraag: 'koffie drinken', aantal: 14 }],
  }),
  maand('2026-10', { getoond: of(120), geopend: few }),
]

function show(given: Partial<Bereik> = {}) {
  const bereik = {
    ...{ aanbodId: 'x', slug: 'koffie', titel: 'Koffie', status: 'gepubliceerd' },
    ...{ organisatieId: 'o', drempel: 10, maanden: MAANDEN },
    ...given,
  }
  answerWith({ ...LOGGED_IN, '/aanbod/x/bereik': bereik })
  return renderMijnAt('/mijn/aanbod/x/cijfers')
}

it('vertelt wat de laatste hele maand opleverde, en wat het de maand ervoor was', async () => {
  show()
  await screen.findByRole('heading', { level: 1, name: 'Wat ‘Koffie’ oplevert' })
  const part = screen.getByRole('region', { name: 'In het kort' })
  expect(
    within(part).getByText(
      'In november 2026 zagen mensen dit 1.140 keer in de lijst. Ze openden het 32 keer.',
    ),
  ).toBeVisible()
  const taps = within(part)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
  expect(taps).toEqual([
    'Ze tikten minder dan 10 keer op het telefoonnummer.',
    'Ze tikten 12 keer op de website.',
  ])
  expect(
    within(part).getByText(
      'De maand ervoor, oktober 2026, zagen mensen dit 120 keer in de lijst. Ze openden het minder dan 10 keer.',
    ),
  ).toBeVisible()
  expect(screen.getByText('‘koffie drinken’: 14 keer')).toBeVisible()
  expect(screen.queryByText(/verzonnen/)).toBeNull()
})

it('laat een maand kiezen, en zegt dat die nog loopt of te weinig vragen had', async () => {
  const { user } = show({ bron: 'demo' })
  const choice = await screen.findByRole('combobox', { name: 'Welke maand?' })
  expect(choice).toHaveDisplayValue('november 2026')
  expect(screen.getByText(/deze cijfers zijn verzonnen/)).toBeVisible()
  await user.selectOptions(choice, 'december 2026 (tot nu toe)')
  expect(screen.getByRole('status')).toHaveTextContent('december 2026: dit is getoond.')
  const part = screen.getByRole('region', { name: 'In het kort' })
  expect(
    within(part).getByText('Deze maand loopt nog. Dit is wat er tot nu toe was.'),
  ).toBeVisible()
  expect(within(part).getByText('Niemand tikte op telefoon, mail, website of route.')).toBeVisible()
  expect(
    screen.getByText(
      'In december 2026 gebruikten te weinig mensen dezelfde woorden. We tonen woorden pas vanaf 10 mensen.',
    ),
  ).toBeVisible()
  expect(choice).toHaveFocus()
})

it('tekent wat ook in de tabel staat', async () => {
  show()
  const drawn = await screen.findByRole('img', { name: /^Staafjes per maand/ })
  // Open and full, and dashed where it is only known to be few: not by colour alone.
  const bars = [...drawn.querySelectorAll('.sk-staafjes__maand rect')].map((bar) => [
    bar.getAttribute('data-soort'),
    bar.getAttribute('width'),
    bar.hasAttribute('data-few'),
  ])
  expect(bars).toEqual([
    ['getoond', '98.0%', false],
    ['geopend', '2.8%', false],
    ['getoond', '10.3%', false],
    ['geopend', '0.9%', true],
  ])
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'december 2026',
    'november 2026',
    'oktober 2026',
  ])
  const cells = rows.map((row) => within(row).getAllByRole('cell'))
  expect(cells[1]?.map(({ textContent }) => textContent)).toEqual([
    ...['1.140', '32', 'minder dan 10', '0', '12', '0'],
  ])
  expect(screen.queryByText(/wijkteam/i)).toBeNull()
})

it('zegt van iets nieuws wanneer er cijfers zijn', async () => {
  show({ maanden: [] })
  await screen.findByRole('heading', { name: 'Hier is nog niets geteld' })
  expect(screen.getByText(/^Zodra mensen dit op de kaart zien/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Bekijk hoe bewoners het zien' })).toHaveAttribute(
    'href',
    '/aanbod/koffie',
  )
  expect(screen.queryByRole('combobox')).toBeNull()
})

it('wijst van een concept de weg naar bewerken', async () => {
  show({ maanden: [], status: 'concept' })
  const edit = await screen.findByRole('link', { name: 'Werk het verder uit' })
  expect(edit).toHaveAttribute('href', '/mijn/aanbod/x')
})

it('tekent niets zolang er één maand is', async () => {
  show({ maanden: [maand('2026-12', { getoond: of(40) })] })
  expect(
    await screen.findByText(
      'In december 2026 zagen mensen dit 40 keer in de lijst. Ze openden het geen enkele keer.',
    ),
  ).toBeVisible()
  expect(screen.getByText(/^Vanaf volgende maand/)).toBeVisible()
  expect(screen.queryByRole('table')).toBeNull()
})

it.each([400, 403, 404])('zegt bij een %i niet dat het er is', async (status) => {
  answerWith({ ...LOGGED_IN, '/aanbod/x/bereik': status })
  renderMijnAt('/mijn/aanbod/x/cijfers')
  await screen.findByRole('heading', { level: 1, name: 'Deze pagina is er niet' })
})

const row = (id: string, titel: string, given: Partial<AanbodInMaand> = {}): AanbodInMaand => ({
  ...NOTHING,
  id,
  titel,
  ...given,
})

it('zet al het aanbod van een organisatie naast elkaar, per maand', async () => {
  const asked: (string | null)[] = []
  let isAway = false
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o/bereik': (query) => {
      if (isAway) return 'away'
      asked.push(query.get('maand'))
      return {
        ...{ organisatieId: 'o', naam: 'De Brug', drempel: 10 },
        maand: query.get('maand') ?? '2026-11',
        maanden: ['2026-12', '2026-11'],
        resultaten: [
          row('a', 'Soep', { geopend: query.get('maand') ? few : of(20) }),
          row('b', 'Thee', { geopend: few }),
        ],
      }
    },
  })
  const { user } = renderMijnAt('/mijn/organisaties/o/cijfers')
  expect(
    await screen.findByText('In november 2026 openden mensen ‘Soep’ het vaakst: 20 keer.'),
  ).toBeVisible()
  const table = screen.getByRole('table', { name: /^De Brug, november 2026/ })
  expect(within(table).getByRole('link', { name: 'Thee' })).toHaveAttribute(
    'href',
    '/mijn/aanbod/b/cijfers',
  )
  await user.selectOptions(screen.getByRole('combobox', { name: 'Welke maand?' }), '2026-12')
  expect(await screen.findByText(/te weinig mensen iets van jullie/)).toBeVisible()
  expect(asked).toEqual([null, '2026-12'])
  isAway = true
  await user.selectOptions(screen.getByRole('combobox'), '2026-11')
  const again = await screen.findByRole('button', { name: 'Probeer opnieuw' })
  expect(screen.getByRole('table', { name: /^De Brug, december 2026/ })).toBeVisible()
  isAway = false
  await user.click(again)
  expect(await screen.findByRole('table', { name: /^De Brug, november 2026/ })).toBeVisible()
})

it('schrijft de tabel als bestand, zonder wat niet gezegd mag worden', () => {
  const rows = [row('a', '=Soep', { geopend: of(20), gebeld: few })]
  expect(asCsv(rows, ['Aanbod', 'Geopend'], () => 'minder dan 10')).toBe(
    '\uFEFF"Aanbod";"Geopend"\r\n"\'=Soep";0;20;"minder dan 10";0;0;0\r\n',
  )
})

it('geeft het bestand van de maand die er staat', async () => {
  const made: string[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => 0 }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    made.push(this.download)
  })
  answerWith({
    ...LOGGED_IN,
    '/organisaties/o/bereik': {
      ...{ organisatieId: 'o', naam: 'De Brug', drempel: 10, maand: '2026-11' },
      ...{ maanden: ['2026-11'], resultaten: [row('a', 'Soep')] },
    },
  })
  const { user } = renderMijnAt('/mijn/organisaties/o/cijfers')
  await user.click(await screen.findByRole('button', { name: 'Download als bestand (CSV)' }))
  expect(made).toEqual(['cijfers-2026-11.csv'])
})
