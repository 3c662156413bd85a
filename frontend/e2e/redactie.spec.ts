import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { logInAs } from './inloggen'

interface Own {
  id: string
  slug: string
  titel: string
  status: string
  versie: number
  voorstel: boolean
}

/** What residents read of a listing, by the API. */
async function live(request: APIRequestContext, id: string) {
  return (await (await request.get(`/api/v1/aanbod/${id}`)).json()) as Record<string, unknown>
}

/** What the API gives and does not take: it follows from the rest. */
const DERIVED = [
  ...['id', 'slug', 'status', 'organisatie', 'komende', 'bevestigdOp', 'gecontroleerd'],
  ...['gewijzigdOp', 'versie', 'bron', 'externId', 'licentie'],
  ...['verwijstNaar', 'zekerheid', 'gestopt'],
]

interface Document {
  versie: number
  momenten: Record<string, unknown>[]
  locatie?: Record<string, unknown>
  werkgebied?: { stadsbreed: boolean; wijken: string[] }
}

const without = (from: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)))

/** Hands in a change as who is logged in on this page: what is there now, and this beside it. */
async function handIn(page: Page, id: string, change: object) {
  const now = (await live(page.request, id)) as unknown as Document
  const area = now.werkgebied
  return page.request.put(`/api/v1/aanbod/${id}`, {
    data: {
      ...without(now, ...DERIVED),
      momenten: now.momenten.map((moment) => without(moment, 'id', 'tekst')),
      ...(now.locatie && { locatie: without(now.locatie, 'buurt') }),
      ...(area && { werkgebied: area.stadsbreed ? 'stadsbreed' : area.wijken }),
      ...change,
    },
    headers: { 'If-Match': `"${now.versie}"`, Origin: new URL(page.url()).origin },
  })
}

test('een wijziging gaat van lid naar redactie, terug met een vraag, en komt op de kaart', async ({
  browser,
  baseURL,
}) => {
  const fresh = () => browser.newPage({ baseURL: baseURL ?? '' })
  const [member, redactie] = await Promise.all([fresh(), fresh()])
  await logInAs(member, 'vrijwilliger@example.org')
  await logInAs(redactie, 'redactie@example.org')

  const { resultaten: places } = (await (
    await member.request.get('/api/v1/lidmaatschappen')
  ).json()) as { resultaten: { organisatie: { id: string; naam: string } }[] }
  const organisatie = places[0]?.organisatie
  const own = (await (
    await member.request.get(`/api/v1/organisaties/${organisatie?.id ?? ''}/aanbod`)
  ).json()) as { resultaten: Own[] }
  const listing = own.resultaten.find((one) => one.status === 'gepubliceerd')
  if (!listing) throw new Error('Geen aanbod om te wijzigen.')
  const before = await live(member.request, listing.id)

  // One word each, as words are what is marked.
  const words = `Welkom${Date.now()}.`
  const answer = `Gratis${Date.now()}.`
  expect((await handIn(member, listing.id, { eersteKeer: words })).status()).toBe(202)

  // The redactie sees what differs, and asks.
  await redactie.goto('/mijn')
  await redactie.getByRole('link', { name: /^Redactie/ }).click()
  await redactie.getByRole('link', { name: new RegExp(`^${listing.titel}`) }).click()
  const item = redactie.getByRole('article', { name: listing.titel })
  await expect(item.getByText(words)).toBeVisible()
  await redactie.keyboard.press('v')
  await item.getByRole('textbox').fill('Wat kost het?')
  await redactie.keyboard.press('Control+Enter')
  await expect(redactie.getByRole('button', { name: 'Draai terug' })).toBeVisible()
  expect(await live(member.request, listing.id)).toEqual(before)

  // The member reads the question, and answers with a better change.
  const stand = async () =>
    (await (await member.request.get(`/api/v1/aanbod/${listing.id}/beoordeling`)).json()) as object
  expect(await stand()).toMatchObject({
    laatsteBesluit: { besluit: 'teruggestuurd', reden: 'Wat kost het?' },
  })
  const mails = async () =>
    (await (
      await member.request.get('/api/v1/demoberichten', {
        params: { aan: 'vrijwilliger@example.org' },
      })
    ).json()) as { resultaten: { onderwerp: string }[] }
  expect((await mails()).resultaten.map(({ onderwerp }) => onderwerp)).toContain(
    `Een vraag over je wijziging van ‘${listing.titel}’`,
  )
  const better = { eersteKeer: words, kostenToelichting: answer }
  expect((await handIn(member, listing.id, better)).status()).toBe(202)
  expect(await live(member.request, listing.id)).toEqual(before)

  // It waits again, with the question beside it; one key agrees.
  await redactie.goto(`/mijn/redactie?aanbod=${listing.id}`)
  await expect(item.getByText('Wat kost het?')).toBeVisible()
  await expect(item.getByText(answer)).toBeVisible()
  await redactie.keyboard.press('a')
  await expect(redactie.getByText(`${listing.titel}: goedgekeurd.`).first()).toBeVisible()
  await redactie.goto(`/aanbod/${listing.slug}`)
  await expect(redactie.getByText(words)).toBeVisible()
  expect(await live(member.request, listing.id)).toMatchObject(better)
})
