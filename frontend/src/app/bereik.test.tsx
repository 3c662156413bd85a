import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Aanbod } from '@/lib/api/types'
import { eenAanbod, eenResultaat } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith, gevonden } from '@/test/server'

const contact = { telefoon: '038 000 12 34', email: 'info@example.org', website: 'example.org' }
const locatie = { naam: 'De Brug', straat: 'Brugstraat 1', lat: 52.52, lon: 6.09 }

/** A browser that sends what it is asked to, and a site on which nothing was told yet. */
async function aBrowser(address: string, given: Partial<Aanbod> = {}) {
  const sent: { to: string; body: Promise<string> }[] = []
  Object.defineProperty(navigator, 'sendBeacon', {
    configurable: true,
    value: (to: string, blob: Blob) => sent.push({ to, body: textOf(blob) }),
  })
  answerWith({
    '/zoeken': gevonden([eenResultaat({ id: '01', slug: 'koffie', titel: 'Koffie' })]),
    '/aanbod/koffie': eenAanbod({ id: '01', slug: 'koffie', titel: 'Koffie', contact, ...given }),
    '/aanbod/koffie/vergelijkbaar': { resultaten: [] },
  })
  const page = renderAt(address)
  const told = () => Promise.all(sent.map(({ body }) => body))
  await screen.findByRole('heading', { level: 1 })
  return { ...page, sent, told }
}

const textOf = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(reader.result as string)
    }
    reader.readAsText(blob)
  })

beforeEach(() => {
  // What was told lives as long as the page does.
  vi.resetModules()
})

describe('tellen wat aanbod oplevert', () => {
  it('meldt dat het bekeken is, en welke weg iemand kiest, elk een keer', async () => {
    const { user, sent, told } = await aBrowser('/aanbod/koffie', { locatie })
    const links = ['info@example.org', 'example.org', /^Lopend/, /^Bel De Brug/, /^Bel De Brug/]
    for (const name of links) await user.click(await screen.findByRole('link', { name }))
    await waitFor(async () => {
      expect(await told()).toEqual(
        ['geopend', 'gemaild', 'website', 'route', 'gebeld'].map((soort) =>
          JSON.stringify({ soort }),
        ),
      )
    })
    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set(['/api/v1/aanbod/01/bereik']))
  })

  it('noemt de vraag van wie uit de resultaten komt', async () => {
    const { user, told } = await aBrowser('/zoeken?q=koffie+drinken&kosten=gratis')
    await user.click(await screen.findByRole('link', { name: 'Koffie' }))
    await screen.findByRole('heading', { level: 1, name: 'Koffie' })
    await waitFor(async () => {
      expect(await told()).toEqual([JSON.stringify({ soort: 'geopend', vraag: 'koffie drinken' })])
    })
  })
})
