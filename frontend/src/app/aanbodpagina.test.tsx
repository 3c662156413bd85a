import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Aanbod } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith } from '@/test/server'

const ADDRESS = '/aanbod/koffie-in-de-brug'

/** The page of a listing, and everything that is reported about it. */
function aPage(given: Partial<Aanbod> = {}, failures: (number | 'away')[] = []) {
  const requests: Request[] = []
  answerWith({
    [ADDRESS]: eenAanbod(given),
    [`${ADDRESS}/vergelijkbaar`]: {
      resultaten: [
        {
          ...eenAanbod({ id: '05', slug: 'soep', titel: 'Soep in de straat' }),
          overeenkomsten: ['lichter', 'thema'],
          zelfdeThemas: ['ontmoeten'],
          zelfdeDoelgroepen: [],
          afstandMeter: 412,
        },
      ],
    },
    '/aanbod/01/meldingen': (_, request) => {
      requests.push(request)
      return failures.shift() ?? { soort: 'tijden', velden: [], gemeldOp: '2026-11-30' }
    },
  })
  return { ...renderAt(ADDRESS), requests }
}

const choice = (name: string) => screen.findByRole('radio', { name })
const send = () => screen.getByRole('button', { name: 'Stuur de melding' })

describe('melden dat iets niet klopt', () => {
  it('kan in twee tikken, en zegt wat er dan gebeurt', async () => {
    const { user, requests } = aPage()
    await user.click(await choice('De plek'))
    await user.click(send())
    expect(await screen.findByText('Dank je wel')).toHaveFocus()
    const told = screen.getByText(/^De Brug en de redactie van deze site krijgen je melding/)
    expect(told).toHaveRole('status')
    expect(requests[0]?.method).toBe('POST')
    expect(await requests[0]?.json()).toEqual({ soort: 'fout', velden: ['waar'] })
  })

  it('neemt een paar woorden mee als iemand die erbij zet', async () => {
    const { user, requests } = aPage()
    await user.click(await choice('De dag of de tijd'))
    await user.type(screen.getByRole('textbox', { name: /iets bij zeggen/ }), ' Om tien uur. ')
    await user.click(send())
    await screen.findByText('Dank je wel')
    expect(await requests[0]?.json()).toEqual({
      soort: 'tijden',
      velden: ['wanneer'],
      toelichting: 'Om tien uur.',
    })
  })

  it('zet de aandacht op woorden die we niet mogen bewaren', async () => {
    const { user } = aPage({}, [400])
    await user.click(await choice('Iets anders'))
    const words = screen.getByRole('textbox', { name: /iets bij zeggen/ })
    await user.type(words, 'Bel 06 12345678')
    await user.click(send())
    expect(await screen.findByRole('alert')).toHaveTextContent(/Haal dat weg/)
    expect(words).toHaveFocus()
    expect(words).toBeInvalid()
    expect(words).toHaveAccessibleDescription(/telefoonnummer, e-mailadres, BSN/)
    expect(words).toHaveValue('Bel 06 12345678')
    expect(await choice('Iets anders')).toBeChecked()
  })

  it.each<[string, number | 'away', RegExp]>([
    ['er geen verbinding is', 'away', /^We krijgen nu geen verbinding/],
    ['er te veel kwamen', 429, /kwamen net veel meldingen/],
    ['het aan ons ligt', 500, /^Het melden lukte niet/],
  ])('verliest niets als %s', async (_, failure, words) => {
    const { user } = aPage({}, [failure])
    await user.click(await choice('De kosten'))
    await user.click(send())
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(await choice('De kosten')).toBeChecked()
    await user.click(send())
    expect(await screen.findByText('Dank je wel')).toBeVisible()
  })

  it('vraagt bij wat gestopt is niet of het gestopt is', async () => {
    aPage({ status: 'gestopt' })
    await choice('De plek')
    expect(screen.queryByRole('radio', { name: 'Dit is gestopt' })).toBeNull()
  })
})

describe('ook iets voor jou', () => {
  it('zegt in een paar woorden waarom het daar staat', async () => {
    aPage()
    const also = within(await screen.findByRole('region', { name: 'Ook iets voor jou?' }))
    expect(also.getByRole('link', { name: 'Soep in de straat' })).toHaveAttribute(
      'href',
      '/aanbod/soep',
    )
    expect(await also.findByText(/makkelijk om mee te beginnen/)).toHaveTextContent(
      /ook over contact en ontmoeten.*400 m hiervandaan/,
    )
  })

  it('staat bij wat gestopt is voor al het andere', async () => {
    aPage({ status: 'gestopt' })
    const also = await screen.findByRole('region', { name: 'Ook iets voor jou?' })
    const short = screen.getByRole('region', { name: 'In het kort' })
    expect(also.compareDocumentPosition(short)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })
})

describe('erheen, doorgeven en helpen', () => {
  const locatie = { naam: 'De Brug', straat: 'Brugstraat 1', lat: 52.5, lon: 6.1 }

  it('heeft links voor de route en wat er over de plek te weten is', async () => {
    aPage({ locatie, toegankelijkheid: ['rolstoel', 'begeleider'] })
    expect(await screen.findByRole('link', { name: 'Met de fiets' })).toHaveAttribute(
      'href',
      'https://www.openstreetmap.org/directions?engine=fossgis_osrm_bike&to=52.5%2C6.1',
    )
    const place = screen.getByRole('heading', { name: 'Waar is het?' }).parentElement
    expect(place).toHaveTextContent('rolstoel')
    expect(place).not.toHaveTextContent('begeleider')
    expect(screen.getByText('begeleider')).toBeVisible()
  })

  it('zegt geen route naar een plek die niemand mag weten', async () => {
    aPage({ locatie: { naam: 'Een veilige plek', wijk: 'WK019330' } })
    await screen.findByRole('heading', { name: 'Waar is het?' })
    expect(screen.queryByText('Zo kom je er')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Toon de kaart' })).toBeNull()
  })

  it('kopieert de link en laat een code zien', async () => {
    const { user } = aPage()
    await user.click(await screen.findByRole('button', { name: 'Kopieer de link' }))
    expect(await screen.findByText('De link is gekopieerd.')).toHaveRole('status')
    const link = `${window.location.origin}${ADDRESS}`
    expect(await navigator.clipboard.readText()).toBe(link)
    expect(screen.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute(
      'href',
      `https://wa.me/?text=${encodeURIComponent(`Koffie in De Brug\n${link}`)}`,
    )
    const qr = screen.getByRole('button', { name: 'QR-code' })
    expect(qr).toHaveAttribute('aria-expanded', 'false')
    await user.click(qr)
    expect(qr).toHaveAttribute('aria-expanded', 'true')
    expect(
      await screen.findByRole('img', { name: 'QR-code met de link naar Koffie in De Brug' }),
    ).toBeInTheDocument()
  })

  it('laat wie wil helpen mailen of bellen, alleen als er hulp gezocht is', async () => {
    aPage({
      vrijwilligersGezocht: true,
      contact: { email: 'brug@example.org', telefoon: '038 000 10 01' },
    })
    expect(await screen.findByRole('link', { name: 'Ik wil hier helpen' })).toHaveAttribute(
      'href',
      'mailto:brug@example.org?subject=Ik%20wil%20helpen%20bij%20Koffie%20in%20De%20Brug',
    )
    expect(screen.getByRole('link', { name: 'Of bel 038 000 10 01' })).toBeVisible()
  })
})

describe('de foto', () => {
  const BEELD = {
    id: 'b-1',
    alt: 'Vier mensen drinken koffie',
    breedte: 1600,
    hoogte: 900,
    breedtes: [480, 960, 1600],
  }

  it('houdt zijn plek vrij en komt in de breedte die past', async () => {
    aPage({ beeld: BEELD })
    const image = await screen.findByRole('img', { name: BEELD.alt })
    expect(image).toHaveAttribute('width', '1600')
    expect(image).toHaveAttribute('height', '900')
    expect(image).toHaveAttribute('loading', 'lazy')
    expect(image).toHaveAttribute('src', '/api/v1/beelden/b-1/480')
    expect(image.getAttribute('srcset')).toContain('/api/v1/beelden/b-1/1600 1600w')
  })

  it('is er niet als niemand er een gaf', async () => {
    aPage()
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('img', { name: BEELD.alt })).toBeNull()
  })
})
