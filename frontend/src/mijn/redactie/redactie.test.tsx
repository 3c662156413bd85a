import { cleanup, screen, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import texts from '@/i18n/nl/mijnRedactie.json'
import { leaves } from '@/i18n/leaves'
import type { TeBeoordelen } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'
import { clipped } from './Verschillen'

const sessie = (rol: string) => ({
  accountId: 'a-1',
  naam: 'Joke',
  rol,
  verlooptOp: '2026-12-01T12:00:00Z',
})

const waiting = (titel: string, given: Partial<TeBeoordelen> = {}): TeBeoordelen => ({
  soort: 'wijziging',
  sinds: '2026-11-30T10:00:00.123456Z',
  aanbod: { id: titel, slug: titel, titel, versie: 3, wijken: ['Holtenbroek'] },
  organisatie: { id: 'o', slug: 'o', naam: 'De Brug', vertrouwd: false, gecontroleerd: true },
  verschillen: [
    {
      veld: 'samenvatting',
      vorm: 'tekst',
      stukken: [
        { soort: 'gelijk', tekst: 'Drink ' },
        { soort: 'weg', tekst: 'koffie' },
        { soort: 'erbij', tekst: 'thee' },
      ],
    },
  ],
  samenGoedTeKeuren: false,
  ...given,
})

/** A server with this queue, from which goes what is decided about; what it was sent. */
function serve(items: TeBeoordelen[], more: Answers = {}) {
  const sent: { what: string; body: unknown; version: string | null }[] = []
  const queue = new Map(items.map((item) => [item.aanbod.id, item]))
  const take = (id: string) => (_: URLSearchParams, request: Request) => {
    const what = new URL(request.url).pathname.replace('/api/v1', '')
    const version = request.headers.get('if-match')
    const note = { what, body: undefined as unknown, version }
    sent.push(note)
    void request
      .clone()
      .json()
      .then((body: unknown) => (note.body = body))
    queue.delete(id)
    return {}
  }
  answerWith({
    '/sessies/huidige': sessie('redactie'),
    '/beoordelingen': () => ({ resultaten: [...queue.values()], totaal: queue.size }),
    ...Object.fromEntries(
      items.flatMap(({ aanbod: { id } }) => [
        [`/aanbod/${id}/voorstel/besluiten`, take(id)],
        [`/aanbod/${id}/stappen`, take(id)],
      ]),
    ),
    ...more,
  })
  return sent
}

beforeEach(() => {
  window.localStorage.clear()
})

const item = (name: string) => screen.findByRole('article', { name })

it('laat zien wat er wacht, en zegt het menu hoeveel', async () => {
  serve([waiting('Koffie'), waiting('Soep', { soort: 'nieuw' })])
  renderMijnAt('/mijn/redactie')
  const list = await screen.findByRole('list', { name: 'Wat er wacht' })
  expect(within(list).getAllByRole('link')).toHaveLength(2)
  expect(screen.getByText(/^Er wachten 2 dingen/)).toBeVisible()
  expect(await screen.findByRole('link', { name: 'Redactie (2 wachten)' })).toBeVisible()
})

it('toont wie geen redactie is niets van de redactie', async () => {
  serve([])
  answerWith({ '/sessies/huidige': sessie('lid'), '/lidmaatschappen': { resultaten: [] } })
  renderMijnAt('/mijn')
  await screen.findByText(/^Je hoort nog bij geen organisatie/)
  expect(screen.queryByRole('link', { name: /^Redactie/ })).toBeNull()
})

it('keurt goed met één druk, gaat naar het volgende en kan terug', async () => {
  const sent = serve([waiting('Koffie'), waiting('Soep')], {
    '/aanbod/Koffie/beoordeling/intrekkingen': {},
  })
  const { user, address } = renderMijnAt('/mijn/redactie?aanbod=Koffie')
  const koffie = await item('Koffie')
  expect(within(koffie).getByText('thee').closest('ins')).toBeVisible()
  expect(within(koffie).getByText('koffie').closest('del')).toBeVisible()
  await user.click(within(koffie).getByRole('button', { name: 'Keur goed' }))
  expect(await screen.findByRole('heading', { name: 'Soep' })).toHaveFocus()
  expect(sent).toMatchObject([
    {
      what: '/aanbod/Koffie/voorstel/besluiten',
      body: { besluit: 'goedgekeurd', ingediendOp: '2026-11-30T10:00:00.123456Z' },
    },
  ])
  await user.click(screen.getByRole('button', { name: 'Draai terug' }))
  await screen.findByText('Teruggedraaid. Het wacht weer.')
  expect(address()).toContain('aanbod=Koffie')
})

it('stuurt niets terug zonder reden, en begint met een zin die je kunt veranderen', async () => {
  const sent = serve([waiting('Koffie', { soort: 'nieuw' })])
  const { user } = renderMijnAt('/mijn/redactie?aanbod=Koffie')
  const koffie = within(await item('Koffie'))
  expect(koffie.queryByRole('button', { name: 'Wijs af' })).toBeNull()
  await user.click(koffie.getByRole('button', { name: 'Stel een vraag' }))
  const field = koffie.getByRole('textbox', { name: 'Wat moet er nog gebeuren?' })
  expect(field).toHaveFocus()
  await user.click(koffie.getByRole('button', { name: 'Stuur de vraag' }))
  expect(field).toHaveAccessibleDescription(/^Schrijf op waarom/)
  expect(sent).toEqual([])
  await user.click(koffie.getByRole('button', { name: 'Wil je erbij zetten wat het kost?' }))
  await user.type(field, ' Dank!')
  await user.click(koffie.getByRole('button', { name: 'Stuur de vraag' }))
  await screen.findAllByText(/teruggestuurd met je vraag/)
  expect(sent).toMatchObject([
    {
      what: '/aanbod/Koffie/stappen',
      version: '"3"',
      body: { handeling: 'terugsturen', reden: 'Wil je erbij zetten wat het kost? Dank!' },
    },
  ])
})

it('zegt dat een collega eerder was, en wat je typte blijft staan', async () => {
  serve([waiting('Koffie')], { '/aanbod/Koffie/voorstel/besluiten': 409 })
  const { user } = renderMijnAt('/mijn/redactie?aanbod=Koffie')
  const koffie = within(await item('Koffie'))
  await user.click(koffie.getByRole('button', { name: 'Wijs af' }))
  await user.type(koffie.getByRole('textbox'), 'Dit staat er al.')
  await user.click(koffie.getByRole('button', { name: 'Wijs af en stuur dit' }))
  expect(await koffie.findByText('Dat ging niet.')).toBeVisible()
  expect(koffie.getByRole('textbox')).toHaveValue('Dit staat er al.')
  expect(koffie.getByRole('button', { name: 'Bekijk wat er nu wacht' })).toBeVisible()
})

it('gaat met toetsen, behalve als ze uit staan of iemand typt', async () => {
  const sent = serve([waiting('Koffie'), waiting('Soep')])
  const { user } = renderMijnAt('/mijn/redactie')
  await screen.findByRole('list', { name: 'Wat er wacht' })
  await user.keyboard('j')
  await item('Koffie')
  await user.keyboard('j')
  await item('Soep')
  await user.keyboard('k')
  await item('Koffie')
  await user.keyboard('v')
  await user.keyboard('aw')
  expect(screen.getByRole('textbox')).toHaveValue('aw')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: 'Keur goed' })).toHaveFocus()
  await user.click(screen.getByText('Sneltoetsen'))
  await user.click(screen.getByRole('checkbox', { name: 'Sneltoetsen gebruiken' }))
  await user.keyboard('a')
  expect(sent).toEqual([])
  await user.click(screen.getByRole('checkbox', { name: 'Sneltoetsen gebruiken' }))
  await user.keyboard('a')
  await item('Soep')
  expect(sent).toHaveLength(1)
})

it('zegt waarom goedkeuren niet kan, en biedt het dan niet aan', async () => {
  serve([waiting('Koffie', { hindernis: 'intussen-veranderd' })])
  renderMijnAt('/mijn/redactie?aanbod=Koffie')
  const koffie = within(await item('Koffie'))
  expect(koffie.getByText(/Goedkeuren kan niet meer/)).toBeVisible()
  expect(koffie.queryByRole('button', { name: 'Keur goed' })).toBeNull()
  expect(koffie.getByRole('button', { name: 'Stel een vraag' })).toBeVisible()
})

it('zegt bij een kopie dat het elders al zo op de kaart staat', async () => {
  const origineel = { id: 'o-1', slug: 'thee', titel: 'Thee', versie: 2, wijken: ['Assendorp'] }
  const along = (geheel: boolean) => ({
    meegelopen: { origineel, geheel },
    samenGoedTeKeuren: true,
  })
  serve([waiting('Koffie', along(true)), waiting('Soep', along(false)), waiting('Brood')])
  renderMijnAt('/mijn/redactie?aanbod=Koffie')
  expect(
    within(await item('Koffie')).getByText(/^Dit is een kopie van ‘Thee \(Assendorp\)’\. Wat hier/),
  ).toBeVisible()
  cleanup()
  renderMijnAt('/mijn/redactie?aanbod=Brood')
  expect(within(await item('Brood')).queryByText(/kopie van/)).toBeNull()
  cleanup()
  renderMijnAt('/mijn/redactie?aanbod=samen')
  expect(await screen.findByText(/^Dit is een kopie .* Wat hier verandert/)).toBeVisible()
  expect(screen.getByText(/^Dit is een kopie .* Een deel/)).toBeVisible()
})

it('keurt kleine wijzigingen samen goed, en zegt welke niet', async () => {
  const small = { samenGoedTeKeuren: true }
  const asked: unknown[] = []
  serve([waiting('Koffie', small), waiting('Soep', small), waiting('Brood', small)], {
    '/beoordelingen/goedkeuringen': (_, request) => {
      void request
        .clone()
        .json()
        .then((body: unknown) => asked.push(body))
      return {
        resultaten: [
          { aanbodId: 'Koffie', goedgekeurd: true },
          { aanbodId: 'Soep', goedgekeurd: false, melding: 'Dit is intussen veranderd.' },
        ],
      }
    },
  })
  const { user } = renderMijnAt('/mijn/redactie')
  await user.click(await screen.findByRole('link', { name: 'Bekijk ze samen' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Keur ‘Brood’ goed' }))
  await user.click(screen.getByRole('button', { name: 'Keur 2 wijzigingen goed' }))
  expect(await screen.findByText(/Dit is intussen veranderd/)).toBeVisible()
  expect(screen.getAllByText('1 wijziging goedgekeurd.')[0]).toBeVisible()
  expect(asked).toMatchObject([{ wijzigingen: [{ aanbodId: 'Koffie' }, { aanbodId: 'Soep' }] }])
})

it('zegt dat iets niet meer wacht', async () => {
  serve([])
  renderMijnAt('/mijn/redactie?aanbod=weg&soort=onzin')
  expect(await screen.findByText(/Misschien was een collega je voor/)).toBeVisible()
  expect(screen.getByText('Er wacht niets.')).toBeVisible()
})

it('heeft een woord voor elk veld dat kan verschillen', () => {
  const contract = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../docs/api/openapi.json'), 'utf8'),
  ) as { components: { schemas: Record<string, { properties: Record<string, unknown> }> } }
  const { AanbodInvoer, Contact } = contract.components.schemas
  const fields = Object.keys(AanbodInvoer?.properties ?? {}).flatMap((name) =>
    name === 'contact'
      ? Object.keys(Contact?.properties ?? {}).map((part) => `contact.${part}`)
      : [`veld.${name}`],
  )
  const said = new Set(leaves(texts).map(([key]) => key))
  expect(fields.length).toBeGreaterThan(30)
  expect(fields.filter((field) => !said.has(`redactie.${field}`))).toEqual([])
})

it.each([
  ['kort', true, true, 'kort'],
  ['een '.repeat(100), false, false, 'een '.repeat(100)],
] as const)('laat van wat gelijk bleef genoeg zien', (text, isAfter, isBefore, shown) => {
  expect(clipped(text, isAfter, isBefore)).toBe(shown)
})

it('laat het midden weg van een lange tekst tussen twee wijzigingen', () => {
  const text = `begin ${'woord '.repeat(200)}eind`
  const shown = clipped(text, true, true)
  expect(shown.length).toBeLessThan(200)
  expect(shown).toMatch(/^begin .*….*eind$/)
})
