import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const koffie = eenResultaat({
  titel: 'Koffie in De Brug',
  kosten: 'gratis',
  aanmelden: 'binnenlopen',
  locatie: { naam: 'De Brug', wijk: 'WK019330' },
  redenen: ['licht', 'gratis'],
})

describe('zoeken', () => {
  it('toont per resultaat wat iemand wil weten, in vaste volgorde', async () => {
    answerWith({ '/zoeken': gevonden([koffie]) })
    renderAt('/zoeken')
    const result = within(await screen.findByRole('article'))
    expect(result.getByRole('link', { name: 'Koffie in De Brug' })).toHaveAttribute(
      'href',
      '/aanbod/koffie-in-de-brug',
    )
    expect(
      result
        .getAllByRole('listitem')
        .slice(0, 3)
        .map((item) => item.textContent),
    ).toEqual([
      'Tijd onbekend, vraag dit even na',
      'De Brug, Holtenbroek',
      'Gratis · je kunt gewoon binnenlopen',
    ])
    expect(result.getByText('Waarom hier: gratis · makkelijk om mee te beginnen')).toBeVisible()
  })

  it('zoekt terwijl je typt en zet de vraag in het adres', async () => {
    const calls = answerWith({ '/zoeken': gevonden([koffie]) })
    const { user, address } = renderAt('/zoeken?wijk=berkum&page=2')
    await user.type(await screen.findByRole('searchbox'), 'koffie')
    await waitFor(() => {
      expect(address()).toBe('/zoeken?wijk=berkum&q=koffie')
    })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('‘koffie’ in Berkum')
    const asked = calls.filter(({ searchParams }) => searchParams.get('pageSize') === '20')
    expect(asked.map(({ searchParams }) => searchParams.get('q'))).toEqual([null, 'koffie'])
  })

  it('zet een filter aan met een vinkje en uit met het kruisje', async () => {
    answerWith({ '/zoeken': gevonden([koffie]) })
    const { user, address } = renderAt('/zoeken?q=koffie')
    await user.click(await screen.findByRole('checkbox', { name: 'Gratis 4' }))
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=koffie&kosten=gratis')
    })
    await user.click(await screen.findByRole('link', { name: 'Gratis weghalen' }))
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=koffie')
    })
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it('laat een vinkje meteen zien, en verliest het niet als er meteen nog een komt', async () => {
    answerWith({ '/zoeken': gevonden([koffie]) })
    const { address } = renderAt('/zoeken?q=koffie')
    const gratis = await screen.findByRole('checkbox', { name: 'Gratis 4' })
    // Both before the page had a moment to follow.
    fireEvent.click(gratis)
    expect(gratis).toBeChecked()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Avond 2' }))
    await waitFor(() => {
      expect(address()).toBe('/zoeken?q=koffie&kosten=gratis&dagdeel=avond')
    })
  })

  it('bladert met echte links die de vraag bewaren', async () => {
    answerWith({ '/zoeken': gevonden([koffie], { totaal: 45, page: 2 }) })
    renderAt('/zoeken?q=koffie&page=2')
    expect(await screen.findByText('21 tot en met 40 van 45')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Vorige 20' })).toHaveAttribute(
      'href',
      '/zoeken?q=koffie',
    )
    expect(screen.getByRole('link', { name: 'Volgende 5' })).toHaveAttribute(
      'href',
      '/zoeken?q=koffie&page=3',
    )
  })
})

describe('als het anders loopt', () => {
  it('biedt bij niets gevonden per filter een uitweg', async () => {
    answerWith({
      '/zoeken': (query) =>
        gevonden(query.has('q') ? [] : [koffie], { ruimer: { wijk: 12, kosten: 1 } }),
    })
    renderAt('/zoeken?q=xyz&wijk=berkum&kosten=gratis')
    expect(
      await screen.findByRole('link', { name: 'Zonder ‘Berkum’: 12 resultaten' }),
    ).toHaveAttribute('href', '/zoeken?q=xyz&kosten=gratis')
    expect(screen.getByRole('link', { name: 'Zonder ‘Gratis’: 1 resultaat' })).toBeVisible()
    const themas = within(await screen.findByRole('region', { name: 'Of kies een onderwerp' }))
    expect(themas.getByRole('link', { name: 'Contact en ontmoeten' })).toHaveAttribute(
      'href',
      '/zoeken?thema=ontmoeten',
    )
    expect(screen.getByRole('link', { name: 'Bekijk alles in Zwolle' })).toBeVisible()
    expect(screen.getByText('Niets gevonden')).toBeVisible()
  })

  it('maakt bij niets gevonden een filter van wat wel begrepen is', async () => {
    answerWith({
      '/zoeken': gevonden([], {
        begrepen: [
          { soort: 'wijk', codes: ['WK019330'], tekst: 'in holtenbroek' },
          { soort: 'kosten', codes: ['gratis'], tekst: 'gratis' },
        ],
      }),
    })
    renderAt('/zoeken?q=gratis+xyz+in+holtenbroek')
    expect(
      await screen.findByRole('link', { name: 'Bekijk alles: in Holtenbroek · gratis' }),
    ).toHaveAttribute('href', '/zoeken?wijk=holtenbroek&kosten=gratis')
    expect(screen.getByRole('link', { name: 'Bekijk alles: gratis' })).toBeVisible()
  })

  it('zegt het als er nog niets op de kaart staat', async () => {
    answerWith({ '/zoeken': gevonden([]) })
    renderAt('/zoeken')
    expect(await screen.findByText('Er staat nog niets op de kaart van Zwolle.')).toBeVisible()
  })

  it('houdt vast wat je typte als de server weg is, en probeert opnieuw', async () => {
    let away = true
    answerWith({ '/zoeken': () => (away ? 'away' : gevonden([koffie])) })
    const { user } = renderAt('/zoeken?q=koffie')
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByText('We krijgen nu geen verbinding')).toBeVisible()
    expect(screen.getByRole('searchbox')).toHaveValue('koffie')
    away = false
    await user.click(alert.getByRole('button', { name: 'Probeer opnieuw' }))
    expect(await screen.findByRole('link', { name: 'Koffie in De Brug' })).toBeVisible()
  })

  it('zegt rustig dat zoeken minder slim is', async () => {
    answerWith({ '/zoeken': gevonden([koffie], { gedegradeerd: true }) })
    renderAt('/zoeken')
    expect(await screen.findByText(/Zoeken werkt nu iets minder slim/)).toBeVisible()
  })

  it('let niet op wat anderen achter een link zetten', async () => {
    const calls = answerWith({ '/zoeken': gevonden([koffie]) })
    renderAt('/zoeken?q=koffie&utm_source=nieuwsbrief')
    expect(await screen.findByRole('link', { name: 'Koffie in De Brug' })).toBeVisible()
    expect(calls.some(({ searchParams }) => searchParams.has('utm_source'))).toBe(false)
  })

  it('biedt bij een onbekend filter de rest van de vraag', async () => {
    answerWith({ '/zoeken': 400 })
    renderAt('/zoeken?q=koffie&thema=onzin')
    expect(await screen.findByRole('link', { name: 'Zoek zonder dat filter' })).toHaveAttribute(
      'href',
      '/zoeken?q=koffie',
    )
  })

  it('wijst voorbij het einde terug naar de eerste pagina', async () => {
    answerWith({ '/zoeken': gevonden([], { totaal: 3, page: 9 }) })
    renderAt('/zoeken?q=koffie&page=9')
    expect(await screen.findByRole('link', { name: 'Naar de eerste pagina' })).toHaveAttribute(
      'href',
      '/zoeken?q=koffie',
    )
  })
})
