import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { remember as rememberQuestion } from '@/lib/recent/recent'
import { eenAanbod, eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const brug = { id: '02', slug: 'de-brug', naam: 'De Brug', categorie: 'initiatief', versie: 1 }
const suggesties = [
  {
    soort: 'wijk',
    code: 'WK019340',
    titel: 'Berkum',
    markering: [{ tekst: 'Berkum', raak: false }],
  },
  { soort: 'aanbod', slug: 'koffie-in-de-brug', titel: 'Koffie in De Brug', markering: [] },
]
const woorden = ['samen eten', 'geldzorgen'].map((titel) => ({
  soort: 'woord',
  titel,
  markering: [],
}))
const suggestiesVoor = (query: URLSearchParams) => (query.get('q') ? suggesties : woorden)

describe('het begin', () => {
  it('heeft de ambities met hun onderwerpen, en alle wijken als links', async () => {
    answerWith({ '/zoeken': gevonden([eenResultaat()]) })
    renderAt('/')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Wat zoek je in Zwolle?',
    )
    const ambitie = within(await screen.findByRole('region', { name: 'Contact en meedoen' }))
    expect(await ambitie.findByRole('link', { name: 'Contact en ontmoeten' })).toHaveAttribute(
      'href',
      '/zoeken?thema=ontmoeten',
    )
    const wijken = within(screen.getByRole('region', { name: 'Kies je wijk' }))
    await wijken.findByText('3')
    expect(wijken.getAllByRole('link')).toHaveLength(16)
    expect(wijken.getByRole('link', { name: 'Holtenbroek 3 resultaten' })).toHaveAttribute(
      'href',
      '/wijken/holtenbroek',
    )
  })

  it('doet suggesties waar je met de pijltjes uit kiest', async () => {
    answerWith({
      '/zoeken': gevonden([eenResultaat()]),
      '/suggesties': (query) => ({ suggesties: suggestiesVoor(query), gedegradeerd: false }),
    })
    const { user, address } = renderAt('/')
    const box = await screen.findByRole('combobox')
    await user.type(box, 'be')
    const options = await screen.findAllByRole('option')
    expect(options).toHaveLength(2)
    expect(box).toHaveAttribute('aria-expanded', 'true')
    await user.keyboard('{ArrowDown}')
    expect(box).toHaveAttribute('aria-activedescendant', options[0]?.id)
    await user.keyboard('{Escape}')
    expect(box).toHaveAttribute('aria-expanded', 'false')
    expect(box).toHaveValue('be')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => {
      expect(address()).toBe('/zoeken?wijk=berkum')
    })
  })

  it('gaat met de toetsen tussen de suggesties en de tekst heen en weer', async () => {
    answerWith({
      '/zoeken': gevonden([eenResultaat()]),
      '/suggesties': (query) => ({
        suggesties: query.get('q') === 'bex' ? [] : suggestiesVoor(query),
        gedegradeerd: false,
      }),
    })
    const { user } = renderAt('/')
    const box = await screen.findByRole('combobox')
    await user.type(box, 'be')
    const [first, last] = await screen.findAllByRole('option')
    expect(screen.getByText('2 suggesties. Kies met pijl omlaag.')).toHaveRole('status')
    const active = () => box.getAttribute('aria-activedescendant')
    await user.keyboard('{ArrowUp}')
    expect(active()).toBe(last?.id)
    await user.keyboard('{ArrowDown}')
    expect(active()).toBeNull()
    await user.keyboard('{ArrowDown}')
    expect(active()).toBe(first?.id)
    for (const key of ['{Home}', '{End}', '{ArrowLeft}', '{ArrowRight}']) {
      await user.keyboard(`{ArrowDown}${key}`)
      expect(active()).toBeNull()
      expect(box).toHaveAttribute('aria-expanded', 'true')
    }
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(box).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(box).toHaveAttribute('aria-expanded', 'true')
    expect(active()).toBeNull()
    await user.keyboard('{End}x')
    expect(await screen.findByText('Geen suggesties. Druk op Enter om te zoeken.')).toHaveRole(
      'status',
    )
    expect(box).toHaveAttribute('aria-expanded', 'false')
    expect(box).toHaveFocus()
  })

  it('geeft voorbeelden voordat je iets typt, en niet meer daarna', async () => {
    answerWith({
      '/zoeken': gevonden([eenResultaat()]),
      '/suggesties': (query) => ({ suggesties: suggestiesVoor(query), gedegradeerd: false }),
    })
    const { user, address } = renderAt('/')
    const box = await screen.findByRole('combobox')
    await user.click(box)
    const examples = await screen.findByRole('listbox', { name: 'Bijvoorbeeld' })
    expect(within(examples).getByRole('option', { name: 'samen eten voorbeeld' })).toBeVisible()
    expect(screen.getByText('2 voorbeelden. Kies met pijl omlaag.')).toHaveRole('status')
    await user.keyboard('be')
    expect(screen.queryByRole('option', { name: /samen eten/ })).toBeNull()
    expect(await screen.findByRole('option', { name: 'Berkum wijk' })).toBeVisible()
    // Whoever empties the box with Escape is done with the list.
    await user.keyboard('{Escape}{Escape}')
    expect(box).toHaveValue('')
    expect(box).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=geldzorgen')
    })
  })

  it('zoekt op een woord dat je kiest', async () => {
    answerWith({
      '/zoeken': gevonden([eenResultaat()]),
      '/suggesties': { suggesties: woorden, gedegradeerd: false },
    })
    const { user, address } = renderAt('/')
    await user.type(await screen.findByRole('combobox'), 'geldz')
    await user.click(await screen.findByRole('option', { name: 'geldzorgen zoekwoord' }))
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=geldzorgen')
    })
  })

  it('onthoudt wat je zocht als je dat aanzet, en wist het weer', async () => {
    const calls = answerWith({ '/zoeken': gevonden([eenResultaat()]) })
    const { user, address } = renderAt('/')
    await user.click(await screen.findByText('Recent gezocht'))
    const remember = screen.getByRole('checkbox', { name: 'Onthoud wat ik zoek' })
    expect(remember).not.toBeChecked()
    await user.click(remember)
    act(() => {
      rememberQuestion('samen eten')
    })
    expect(await screen.findByRole('link', { name: 'samen eten' })).toHaveAttribute(
      'href',
      '/zoeken?q=samen+eten',
    )
    const box = screen.getByRole('combobox')
    await user.click(box)
    expect(screen.getByRole('listbox', { name: 'Recent gezocht' })).toBeVisible()
    expect(screen.getByText('1 eerdere vraag. Kies met pijl omlaag.')).toHaveRole('status')
    const before = calls.length
    await user.keyboard('{ArrowDown}{Escape}')
    expect(calls).toHaveLength(before)
    await user.click(screen.getByRole('button', { name: 'Wis wat ik zocht' }))
    expect(screen.queryByRole('link', { name: 'samen eten' })).toBeNull()
    expect(localStorage.getItem('recent-gezocht')).toBe('[]')
    await user.click(remember)
    expect(localStorage).toHaveLength(0)
    expect(address()).toBe('/')
  })

  it('zoekt op Enter wat er staat', async () => {
    answerWith({ '/zoeken': gevonden([eenResultaat()]) })
    const { user, address } = renderAt('/')
    await user.type(await screen.findByRole('combobox'), ' samen eten {Enter}')
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=samen+eten')
    })
  })
})

describe('een activiteit', () => {
  const aanbod = eenAanbod({
    nietVoor: 'Niet voor kinderen.',
    opAfspraak: true,
    contact: { telefoon: '038 000 10 01', email: 'hallo@debrug.example.org' },
    eersteKeer: 'Iemand doet de deur voor je open.',
    bevestigdOp: '2026-10-11T10:00:00+02:00',
  })

  it('vertelt alles voor je gaat, en wat niemand weet', async () => {
    answerWith({ '/aanbod/koffie-in-de-brug': aanbod })
    renderAt('/aanbod/koffie-in-de-brug')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Koffie in De Brug')
    const short = within(screen.getByRole('region', { name: 'In het kort' }))
    expect(short.getByText('Op afspraak')).toBeVisible()
    expect(short.getAllByText('Vraag dit even na')).toHaveLength(2)
    expect(screen.getByRole('link', { name: /Bel De Brug: 038 000 10 01/ })).toHaveAttribute(
      'href',
      'tel:0380001001',
    )
    expect(screen.getByText('Iemand doet de deur voor je open.')).toBeVisible()
    expect(screen.getByText('Niet voor kinderen.')).toBeVisible()
    await waitFor(() => {
      expect(document.title).toBe('Koffie in De Brug – Sociale kaart Zwolle')
    })
  })

  it('zegt het als het gestopt is', async () => {
    answerWith({ '/aanbod/koffie-in-de-brug': { ...aanbod, status: 'gestopt' } })
    renderAt('/aanbod/koffie-in-de-brug')
    expect(await screen.findByText('Dit is gestopt.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Zoek iets dat erop lijkt' })).toHaveAttribute(
      'href',
      '/zoeken?thema=ontmoeten',
    )
  })

  it('zegt waar je nu heen kunt als het gestopt is', async () => {
    const { id, organisatie } = aanbod
    const verwijstNaar = { id, slug: 'soep', titel: 'Soep', organisatie }
    answerWith({
      '/aanbod/koffie-in-de-brug': { ...aanbod, status: 'gestopt', verwijstNaar },
    })
    renderAt('/aanbod/koffie-in-de-brug')
    expect(await screen.findByText('Je kunt nu hierheen:')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Soep' })).toHaveAttribute('href', '/aanbod/soep')
    expect(screen.queryByText(/^Je kunt hier niet meer terecht/)).toBeNull()
  })

  it('is er niet, en dat staat er met een uitweg', async () => {
    answerWith({ '/aanbod/weg': 404 })
    renderAt('/aanbod/weg')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Dit staat er niet (meer)',
    )
  })
})

it('een organisatie toont wat je er kunt doen', async () => {
  answerWith({
    '/organisaties/de-brug': { ...brug, omschrijving: 'Een huiskamer.' },
    '/aanbod': { resultaten: [eenAanbod()] },
  })
  renderAt('/organisaties/de-brug')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('De Brug')
  expect(await screen.findByText('Initiatief van bewoners')).toBeVisible()
  expect(await screen.findByRole('link', { name: 'Koffie in De Brug' })).toBeVisible()
})

it('een adres dat er niet is krijgt een eigen pagina', async () => {
  answerWith({})
  renderAt('/bestaat/niet')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'Deze pagina is er niet',
  )
})

it('zet de aandacht op de kop van de nieuwe pagina', async () => {
  answerWith({ '/zoeken': gevonden([eenResultaat()]) })
  const { user } = renderAt('/')
  await user.click(await screen.findByRole('link', { name: 'Over deze site' }))
  const heading = await screen.findByRole('heading', { level: 1, name: /Over de sociale kaart/ })
  expect(heading).toHaveFocus()
})
