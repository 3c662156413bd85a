import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Wens, Zoekresultaat } from '@/lib/api/types'
import { eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const begrepen: Wens[] = [
  { soort: 'wijk', codes: ['WK019330'], tekst: 'in holtenbroek' },
  { soort: 'dagdeel', codes: ['avond'], tekst: "'s avonds" },
]

/** The site with a question that finds nothing, and everything that is reported in it. */
function nothingFound(given: Partial<Zoekresultaat> = {}, failures: (number | 'away')[] = []) {
  const requests: Request[] = []
  answerWith({
    '/zoeken': gevonden([], { begrepen, ...given }),
    '/gaten': (_, request) => {
      requests.push(request)
      return failures.shift() ?? { gemeldOp: '2026-11-27' }
    },
  })
  return { ...renderAt('/zoeken?q=soep+in+holtenbroek'), requests }
}

async function openForm(user: UserEvent) {
  await user.click(await openButton())
  await screen.findByText('Meld dat dit er niet is')
}

const openButton = () => screen.findByText('Vertel wat er mist')
const field = (name: string) => screen.getByLabelText(name, { selector: 'select' })
const sendButton = () => screen.getByText('Meld dat dit er niet is')

describe('melden wat er mist', () => {
  it('kan in twee tikken, met wat we uit de vraag begrepen', async () => {
    const { user, requests } = nothingFound()
    await openForm(user)
    expect(field('Wijk')).toHaveValue('holtenbroek')
    expect(field('Deel van de dag')).toHaveValue('avond')
    await user.click(sendButton())
    expect(await screen.findByText('Dank je wel')).toHaveFocus()
    expect(screen.getByText('Holtenbroek · Avond')).toBeVisible()
    expect(screen.getByText(/^We tellen mee wat er mist\./)).toHaveRole('status')
    expect(screen.queryByText('Vertel wat er mist')).toBeNull()
    expect(requests).toHaveLength(1)
    expect(requests[0]?.method).toBe('POST')
    expect(await requests[0]?.json()).toEqual({ wijk: 'holtenbroek', dagdeel: 'avond' })
  })

  it('stuurt de vraag zelf nergens mee', async () => {
    const { user, requests } = nothingFound()
    await openForm(user)
    expect(await screen.findByText(/wie je bent, sturen we niet mee/)).toBeVisible()
    await user.click(sendButton())
    await screen.findByText('Dank je wel')
    const [request] = requests
    expect(request?.referrerPolicy).toBe('strict-origin')
    const headers = [...(request?.headers ?? [])].flat().join(' ')
    expect(`${request?.url ?? ''} ${headers} ${(await request?.text()) ?? ''}`).not.toContain(
      'soep',
    )
  })

  it('laat alles veranderen', async () => {
    const { user, requests } = nothingFound()
    await openForm(user)
    await user.selectOptions(field('Onderwerp'), 'Bewegen')
    await user.selectOptions(field('Voor wie'), 'Ouderen')
    await user.selectOptions(field('Wijk'), 'Berkum')
    await user.selectOptions(field('Deel van de dag'), 'Maakt niet uit')
    await user.selectOptions(field('Deel van de week'), 'In het weekend')
    await user.click(sendButton())
    expect(await screen.findByText('Bewegen · Ouderen · Berkum · In het weekend')).toBeVisible()
    expect(await requests[0]?.json()).toEqual({
      thema: 'bewegen',
      doelgroep: 'ouderen',
      wijk: 'berkum',
      weekdeel: 'weekend',
    })
  })

  it('bewaart wat je koos als je het dichtklapt', async () => {
    const { user } = nothingFound()
    await openForm(user)
    await user.selectOptions(field('Onderwerp'), 'Bewegen')
    await user.click(await openButton())
    expect(field('Onderwerp')).not.toBeVisible()
    await user.click(await openButton())
    expect(field('Onderwerp')).toHaveValue('bewegen')
  })

  it('vraagt om minstens één ding en stuurt tot dan niets', async () => {
    const { user, requests } = nothingFound({ begrepen: [] })
    await openForm(user)
    await user.click(sendButton())
    const thema = field('Onderwerp')
    expect(thema).toHaveFocus()
    expect(thema).toBeInvalid()
    expect(thema).toHaveAccessibleDescription('Kies een onderwerp, of iets anders dat je zocht.')
    expect(requests).toHaveLength(0)
    await user.selectOptions(field('Wijk'), 'Berkum')
    expect(thema).toBeValid()
    await user.click(sendButton())
    await screen.findByText('Dank je wel')
  })
})

describe('als melden niet lukt', () => {
  it.each<[string, number | 'away', RegExp]>([
    ['er geen verbinding is', 'away', /^We krijgen nu geen verbinding\. Wat je koos, blijft staan/],
    ['er te veel kwamen', 429, /kwamen net veel meldingen/],
    ['het aan ons ligt', 500, /^Het melden lukte niet\. Dat ligt aan ons/],
  ])('omdat %s, gaat er niets verloren', async (_, failure, words) => {
    const { user } = nothingFound({}, [failure])
    await openForm(user)
    await user.selectOptions(field('Onderwerp'), 'Bewegen')
    await user.click(sendButton())
    expect(within(await screen.findByRole('alert')).getByText(words)).toBeVisible()
    expect(field('Onderwerp')).toHaveValue('bewegen')
    expect(sendButton()).toHaveFocus()
    await user.click(sendButton())
    expect(await screen.findByText('Bewegen · Holtenbroek · Avond')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('waar de vraag ernaar staat', () => {
  const some = (count: number) =>
    Array.from({ length: count }, (_, i) => eenResultaat({ id: String(i), slug: `r${i}` }))

  it('onder een korte lijst', async () => {
    answerWith({ '/zoeken': gevonden(some(4)) })
    renderAt('/zoeken?thema=bewegen')
    const question = await screen.findByText('Is er niet wat je zoekt?')
    const last = screen.getAllByRole('article').at(-1)
    expect(last?.compareDocumentPosition(question)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it.each([
    ['een lijst met genoeg', '/zoeken?thema=bewegen', gevonden(some(5))],
    ['alles wat er is', '/zoeken', gevonden(some(3))],
    [
      'hulp bij nood',
      '/zoeken?q=hulp',
      gevonden(some(1), { noodhulp: [{ naam: '112', nummer: '112', wanneer: null }] }),
    ],
  ])('niet onder %s', async (_, address, answer) => {
    answerWith({ '/zoeken': answer })
    renderAt(address)
    expect(await screen.findAllByRole('article')).not.toHaveLength(0)
    expect(screen.queryByText('Is er niet wat je zoekt?')).toBeNull()
  })

  it('zegt erbij dat zoeken nu minder slim is', async () => {
    nothingFound({ gedegradeerd: true })
    expect(await screen.findByText(/Misschien is het er wel\. Zoek straks nog eens/)).toBeVisible()
  })

  it('begint opnieuw bij een andere vraag', async () => {
    const { user } = nothingFound()
    await openForm(user)
    await user.click(sendButton())
    await screen.findByText('Dank je wel')
    await user.type(screen.getByRole('searchbox'), ' en brood')
    await waitFor(() => {
      expect(screen.queryByText('Dank je wel')).toBeNull()
    })
    expect(await openButton()).toBeVisible()
  })
})
