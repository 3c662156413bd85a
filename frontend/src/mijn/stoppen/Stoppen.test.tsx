import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import type { EigenAanbod } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, gevonden, type Answers } from '@/test/server'

const ORGANISATIE = {
  id: 'o-1',
  slug: 'de-brug',
  naam: 'De Brug',
  vertrouwd: false,
  gecontroleerd: true,
}
const KOFFIE: EigenAanbod = {
  id: 'k',
  slug: 'koffie',
  titel: 'Koffie',
  status: 'gepubliceerd',
  voorstel: false,
  bevestigdOp: '2026-11-01T10:00:00Z',
  controlerenVoor: '2027-05-01',
  aanDeBeurt: false,
  zekerheid: [],
  intervalMaanden: 6,
  kopieen: 0,
  isKopie: false,
  wijken: [],
  gewijzigdOp: '2026-11-01T10:00:00Z',
  versie: 4,
}
const SOEP = eenResultaat({ id: 's', slug: 'soep', titel: 'Soep' })

/** A server that stops and sends on as it is asked to, and what it was asked. */
function serve(first: Partial<EigenAanbod> = {}, more: Answers = {}) {
  let now: EigenAanbod = { ...KOFFIE, ...first }
  const asked: unknown[] = []
  const stop: Answers[string] = (_, request) => {
    asked.push(request.headers.get('if-match'))
    now = { ...now, status: 'gestopt', versie: 5 }
    return {}
  }
  const lead: Answers[string] = (_, request) => {
    void request.json().then((body: { verwijstNaar: string | null }) => {
      asked.push(body)
      now = { ...now, verwijstNaar: body.verwijstNaar ? SOEP : null }
    })
    return {}
  }
  answerWith({
    '/sessies/huidige': {
      ...{ accountId: 'a', naam: 'Vera', rol: 'lid', verlooptOp: '2026-12-01T12:00:00Z' },
    },
    '/lidmaatschappen': { resultaten: [{ organisatie: ORGANISATIE, rol: 'eigenaar' }] },
    '/organisaties/o-1/aanbod': () => ({ resultaten: [now] }),
    // The listing itself is found too, and is no answer.
    '/zoeken': gevonden([eenResultaat({ id: 'k', titel: 'Koffie' }), SOEP]),
    '/aanbod/k/stappen': stop,
    '/aanbod/k/opvolgers': lead,
    ...more,
  })
  return asked
}

async function openList() {
  const { user } = renderMijnAt('/mijn')
  const heading = await screen.findByRole('heading', { name: 'Koffie' })
  const item = heading.closest('li')
  if (!item) throw new Error('geen rij')
  return { user, item: within(item) }
}

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn()
})

it('stopt, ook zonder dat iemand weet waarheen', async () => {
  const asked = serve()
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Stop dit' }))
  expect(screen.getByText('Stop: Koffie')).toHaveFocus()
  await user.click(item.getByRole('button', { name: 'Stop dit aanbod' }))
  expect(await item.findByText(/^Gestopt\. Het staat niet meer/)).toHaveFocus()
  expect(asked).toEqual(['"4"'])
  expect(await item.findByRole('button', { name: 'Waar kunnen mensen heen?' })).toBeVisible()
})

it('zoekt iets op de kaart om naar te verwijzen', async () => {
  const asked = serve()
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Stop dit' }))
  await user.type(
    item.getByRole('searchbox', { name: /^Waar kunnen mensen nu heen/ }),
    'soep{Enter}',
  )
  await user.click(await item.findByRole('button', { name: 'Soep van De Brug' }))
  expect(item.queryByRole('button', { name: /^Koffie/ })).toBeNull()
  expect(item.getByText(/^Mensen gaan naar/)).toHaveFocus()
  await user.click(item.getByRole('button', { name: 'Stop dit aanbod' }))
  expect(await item.findByText(/^Gestopt\. Mensen lezen nu .*‘Soep’/)).toHaveFocus()
  expect(asked).toEqual(['"4"', { verwijstNaar: 's' }])
  expect(await item.findByText(/Mensen kunnen nu naar ‘Soep’ van De Brug/)).toBeVisible()
})

it('zegt het als het stoppen lukte en het verwijzen niet', async () => {
  serve({}, { '/aanbod/k/opvolgers': 'away' })
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Stop dit' }))
  await user.type(item.getByRole('searchbox'), 'soep')
  await user.click(await item.findByRole('button', { name: 'Soep van De Brug' }))
  await user.click(item.getByRole('button', { name: 'Stop dit aanbod' }))
  expect(await item.findByText(/^Dit is gestopt, maar verwijzen lukte niet/)).toBeVisible()
  expect(await item.findByRole('button', { name: 'Verwijs hierheen' })).toBeVisible()
})

it('verandert waar mensen heen kunnen van wat al gestopt is, en haalt het weg', async () => {
  const asked = serve({ status: 'gestopt', verwijstNaar: SOEP })
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Waar kunnen mensen heen?' }))
  await user.click(item.getByRole('button', { name: 'Verwijs hierheen' }))
  expect(item.getByRole('searchbox')).toHaveAccessibleDescription(/^Kies eerst/)
  await user.click(item.getByRole('button', { name: 'Verwijs nergens meer heen' }))
  expect(await item.findByText('Mensen worden nergens meer heen verwezen.')).toHaveFocus()
  expect(asked).toEqual([{ verwijstNaar: null }])
})

it.each([
  ['away', /Er is niets veranderd/],
  [412, 'Dat ging niet.'],
] as const)('stopt niet als het niet lukt: %s', async (answer, words) => {
  serve({}, { '/aanbod/k/stappen': answer })
  const { user, item } = await openList()
  await user.click(item.getByRole('button', { name: 'Stop dit' }))
  await user.click(item.getByRole('button', { name: 'Stop dit aanbod' }))
  expect(await item.findByText(words)).toBeVisible()
  expect(item.getByText('Staat op de kaart.')).toBeVisible()
  await user.keyboard('{Escape}')
  expect(item.getByRole('button', { name: 'Stop dit' })).toHaveFocus()
})
