import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { EigenAanbod, EigenZekerheid } from '@/lib/api/types'
import { eenBewerking } from '@/test/bewerking'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const ORGANISATIE = { id: 'o-1', slug: 'de-brug', naam: 'De Brug', gecontroleerd: true }
const LOGGED_IN: Answers = {
  '/sessies/huidige': {
    accountId: 'a-1',
    naam: 'Vera',
    email: 'vera@example.org',
    rol: 'lid',
    verlooptOp: '2026-12-01T12:00:00Z',
  },
  '/lidmaatschappen': { resultaten: [{ organisatie: ORGANISATIE, rol: 'eigenaar' }] },
  '/gelijkenissen': { resultaten: [] },
  '/aanbod/a-1/beoordeling': {},
}

const groep = (given: Partial<EigenZekerheid>): EigenZekerheid => ({
  groep: 'tijden',
  stand: 'gecontroleerd',
  waarde: 0.8,
  bevestigdOp: '2026-10-01T10:00:00Z',
  meldingen: 0,
  werktNiet: [],
  ...given,
})
const DEAD = groep({
  groep: 'contact',
  werktNiet: [{ kanaal: 'website', adres: 'https://weg.example.org', sinds: '2026-11-03' }],
})
const DOUBTED = groep({ stand: 'twijfel', waarde: 0.3, meldingen: 2 })
const SURE = groep({ groep: 'kosten' })

const listing = (zekerheid: EigenZekerheid[], given: Partial<EigenAanbod> = {}): EigenAanbod => ({
  id: 'a-1',
  slug: 'soep',
  titel: 'Soep',
  status: 'gepubliceerd',
  voorstel: false,
  aanDeBeurt: false,
  intervalMaanden: 6,
  kopieen: 0,
  isKopie: false,
  zekerheid,
  wijken: [],
  gewijzigdOp: '2026-05-01T10:00:00Z',
  versie: 1,
  ...given,
})

/** A server that hears what is said of which group; `refuses` it until told otherwise. */
function show(resultaten: EigenAanbod[], { refuses = false } = {}) {
  const heard: Promise<string>[] = []
  const hear = (kind: string) => (_: URLSearchParams, request: Request) => {
    if (refuses) return 'away' as const
    const said = request.json() as Promise<{ groep: string }>
    heard.push(said.then(({ groep }) => `${kind} ${groep}`))
    const tijden = { stand: 'gecontroleerd', waarde: 1, bevestigdOp: '2026-12-01T09:00:00Z' }
    return { zekerheid: { geheel: 1, tijden } }
  }
  answerWith({
    ...LOGGED_IN,
    // As the real one it tells from then on what it heard.
    '/organisaties/o-1/aanbod': () => ({
      resultaten:
        heard.length % 2
          ? resultaten.map((one) => ({
              ...one,
              zekerheid: one.zekerheid.map((each) => ({
                ...each,
                stand: 'gecontroleerd' as const,
                meldingen: 0,
              })),
            }))
          : resultaten,
    }),
    '/aanbod/a-1/bevestigingen': hear('klopt'),
    '/aanbod/a-1/intrekkingen': hear('terug'),
    '/aanbod/a-1/bewerking': () =>
      eenBewerking({ status: 'gepubliceerd', zekerheid: resultaten[0]?.zekerheid ?? [] }),
  })
  return { heard: () => Promise.all(heard) }
}

it('zegt per groep wat onzeker is en waarom, en van de rest alleen dat het zeker is', async () => {
  show([listing([DEAD, DOUBTED, SURE])])
  renderMijnAt('/mijn')
  await screen.findByText(/^De website https:\/\/weg.example.org werkt niet, sinds 3 november/)
  expect(screen.getByText('2 bewoners meldden dat dit niet klopt.')).toBeVisible()
  expect(screen.getByText('Zeker genoeg: kosten.')).toBeVisible()
  expect(screen.getByText('Niets is aan de beurt, maar bij 1 is niet alles zeker.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'De kosten kloppen' })).toBeNull()
  // Saying that it holds makes no website work.
  expect(screen.queryByRole('button', { name: 'Het contact klopt' })).toBeNull()
})

it('zwijgt over wat zeker is, en over wat niet op de kaart staat', async () => {
  show([
    listing([groep({}), SURE]),
    listing([DOUBTED], { id: 'a-2', titel: 'Thee', status: 'concept' }),
  ])
  renderMijnAt('/mijn')
  await screen.findByRole('heading', { level: 3, name: 'Thee' })
  expect(screen.queryByText(/Zeker genoeg/)).toBeNull()
  expect(screen.queryByRole('button', { name: /kloppen/ })).toBeNull()
})

it('bevestigt met één druk een groep, en draait dat met dezelfde knop terug', async () => {
  const { heard } = show([listing([DOUBTED, SURE])])
  renderMijnAt('/mijn')
  const button = await screen.findByRole('button', { name: 'De tijden kloppen' })
  expect(button).toHaveAccessibleDescription('Soep')
  await userEvent.click(button)
  await screen.findByText(/Gecontroleerd in december 2026/)
  expect(screen.queryByText(/bewoners meldden/)).toBeNull()
  expect(button).toHaveFocus()
  expect(button).toHaveAccessibleName('Draai terug: Tijden')
  await userEvent.click(button)
  await screen.findByText(/bewoners meldden/)
  expect(await heard()).toEqual(['klopt tijden', 'terug tijden'])
})

it('zegt het als de server er niet is, en laat alles staan', async () => {
  show([listing([DOUBTED])], { refuses: true })
  renderMijnAt('/mijn')
  const button = await screen.findByRole('button', { name: 'De tijden kloppen' })
  await userEvent.click(button)
  await waitFor(() => {
    expect(screen.getByText('Dat lukte niet. Probeer het nog eens.')).toBeVisible()
  })
  expect(button).toHaveAccessibleName('De tijden kloppen')
})

it('staat in de bewerkpagina bij het onderdeel waar het over gaat', async () => {
  const { heard } = show([listing([DEAD, DOUBTED, SURE])])
  renderMijnAt('/mijn/aanbod/a-1')
  const contact = await screen.findByRole('region', { name: 'Contact' })
  expect(within(contact).getByText(/weg.example.org werkt niet/)).toBeVisible()
  const wanneer = screen.getByRole('region', { name: 'Wanneer is het?' })
  await userEvent.click(within(wanneer).getByRole('button', { name: 'De tijden kloppen' }))
  await within(wanneer).findByText(/Gecontroleerd in december 2026/)
  expect(await heard()).toEqual(['klopt tijden'])
})
