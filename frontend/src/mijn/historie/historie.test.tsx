import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { HistorieRegel } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const regel = (handeling: string, given: Partial<HistorieRegel> = {}): HistorieRegel => ({
  id: handeling,
  op: '2026-11-30T10:05:00Z',
  handeling,
  wie: 'redactie',
  verschillen: [],
  herstelbaar: false,
  ...given,
})

function serve(regels: HistorieRegel[], more: Answers = {}) {
  answerWith({
    '/sessies/huidige': {
      ...{ accountId: 'a', naam: 'Vera', rol: 'lid', verlooptOp: '2026-12-01T12:00:00Z' },
    },
    '/aanbod/a-1': { ...eenAanbod({ id: 'a-1', titel: 'Koffie' }), versie: 7 },
    '/aanbod/a-1/historie': { resultaten: regels },
    ...more,
  })
}

const item = async (name: string) => {
  const heading = await screen.findByRole('heading', { name })
  const found = heading.closest('li')
  if (!found) throw new Error('Geen regel.')
  return within(found)
}

it('zegt in woorden wat er gebeurde, wie het deed en waarom', async () => {
  serve([
    regel('voorstel-teruggestuurd', { reden: 'Wat kost het?' }),
    regel('bevestigd', { wie: 'organisatie', wijze: 'telefoon' }),
    regel('gewijzigd', { wie: 'organisatie', naam: 'Anna' }),
    regel('iets-van-later', { wie: 'niemand' }),
  ])
  renderMijnAt('/mijn/aanbod/a-1/historie')
  await screen.findByRole('heading', { level: 1, name: 'Geschiedenis van ‘Koffie’' })
  const question = await item('Wijziging teruggestuurd met een vraag')
  expect(question.getByText('Wat kost het?')).toBeVisible()
  expect(question.getByText(/30 november 2026 om 11\.05/)).toBeVisible()
  const check = await item('Gecontroleerd: klopt nog')
  expect(check.getByText(/door iemand van de organisatie · aan de telefoon/)).toBeVisible()
  expect((await item('Gewijzigd')).getByText(/door Anna/)).toBeVisible()
  expect((await item('Iets anders')).getByText(/vanzelf/)).toBeVisible()
})

it('zet terug wat er voor een stap stond, in de versie die getoond wordt', async () => {
  const versions: (string | null)[] = []
  serve([regel('gewijzigd', { herstelbaar: true }), regel('publiceren')], {
    '/aanbod/a-1/historie/gewijzigd/herstel': (_, request) => {
      versions.push(request.headers.get('if-match'))
      return {}
    },
  })
  const { user } = renderMijnAt('/mijn/aanbod/a-1/historie')
  const change = await item('Gewijzigd')
  await user.click(change.getByRole('button', { name: 'Zet terug wat er hiervoor stond' }))
  expect(await change.findByText(/^Teruggezet/)).toBeVisible()
  expect(versions).toEqual(['"7"'])
  expect((await item('Op de kaart gezet')).queryByRole('button')).toBeNull()
})

it.each([
  [412, 'Dat ging niet.'],
  [400, /Een deel ervan bestaat niet meer/],
  ['away', /Probeer het zo nog eens/],
] as const)('zegt waarom terugzetten niet ging: %s', async (answer, words) => {
  serve([regel('gewijzigd', { herstelbaar: true })], {
    '/aanbod/a-1/historie/gewijzigd/herstel': answer,
  })
  const { user } = renderMijnAt('/mijn/aanbod/a-1/historie')
  const change = await item('Gewijzigd')
  await user.click(change.getByRole('button', { name: /^Zet terug/ }))
  expect(await change.findByText(words)).toBeVisible()
})
