import { describe, expect, it } from 'vitest'
import { eenAanbod, eenResultaat } from '@/test/aanbod'
import { answerWith, gevonden, type Answers } from '@/test/server'
import { drawPage, type Drawn } from './entry-server'

const NOW = new Date('2026-12-01T08:00:00+01:00')
const brug = { id: '02', slug: 'de-brug', naam: 'De Brug', categorie: 'initiatief', versie: 1 }
const aanbod = eenAanbod({
  samenvatting: 'Schuif aan.',
  komende: [{ dag: '2026-12-01', van: '2026-12-01T19:30:00+01:00', tot: null }],
})

const draw = (address: string, answers: Answers = {}) => {
  answerWith({ '/zoeken': gevonden([eenResultaat()]), ...answers })
  return drawPage(address, 'https://kaart.example.org', NOW)
}

async function drawn(address: string, answers: Answers = {}): Promise<Drawn> {
  const made = await draw(address, answers)
  if ('location' in made) throw new Error(`verhuisd naar ${made.location}`)
  return made
}

/** The words of a page, as somebody without script reads them. */
const wordsOf = ({ page }: Drawn) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('een pagina van de server', () => {
  it('heeft de woorden, de tijd van de server en wat de browser moet weten', async () => {
    const made = await drawn('/aanbod/koffie-in-de-brug', { '/aanbod/koffie-in-de-brug': aanbod })
    expect(made.status).toBe(200)
    expect(wordsOf(made)).toContain('vanavond om half acht')
    expect(made.head).toContain('<title>Koffie in De Brug – Sociale kaart Zwolle</title>')
    expect(made.head).toContain('content="Schuif aan."')
    expect(made.pageNames).toEqual(['AanbodPage'])
    expect(made.data).toContain('"madeAt":"2026-12-01T07:00:00.000Z"')
    expect(made.data).toContain('["aanbod","koffie-in-de-brug"]')
  })

  it('heeft geen script en geen stijl in zich, want die houdt de browser tegen', async () => {
    for (const address of ['/', '/zoeken?q=koffie', '/over']) {
      const { page } = await drawn(address)
      expect(page).not.toMatch(/<script|\sstyle=|\son\w+=/)
    }
  })

  it('zoekt en filtert met formulieren en links die zonder script werken', async () => {
    const { page } = await drawn('/zoeken?q=koffie&kosten=gratis&sort=titel')
    expect(page).toMatch(/<form (?=[^>]*role="search")[^>]*action="\/zoeken"/)
    expect(page).toMatch(/<input type="hidden" name="kosten" value="gratis"\/>/)
    expect(page).toMatch(/<input (?=[^>]*name="kosten")(?=[^>]*value="gratis")[^>]*checked/)
    expect(page).toMatch(/name="wijk" value="holtenbroek"/)
    expect(page).toContain('Toon de resultaten</button>')
    expect(page).toContain('href="/zoeken?q=koffie&amp;sort=titel"')
  })

  it('noemt wat er als antwoord op staat, om te tellen', async () => {
    const answer = gevonden([eenResultaat({ id: 'a' }), eenResultaat({ id: 'b' })])
    expect((await drawn('/zoeken?q=koffie', { '/zoeken': answer })).shows).toEqual(['a', 'b'])
    const one = gevonden([eenResultaat()], { pageSize: 1 })
    expect((await drawn('/over', { '/zoeken': one })).shows).toEqual([])
  })

  it('is er in de taal van het adres', async () => {
    const made = await drawn('/en/over')
    expect(made).toMatchObject({ language: 'en', direction: 'ltr', status: 200 })
    expect(wordsOf(made)).toContain('About the social map of Zwolle')
    expect(made.page).toContain('href="/en/zoeken"')
    expect(made.head).toContain('rel="canonical" href="https://kaart.example.org/en/over"')
  })

  it.each<[number, string, Answers]>([
    [404, '/bestaat/niet', {}],
    [404, '/aanbod/weg', { '/aanbod/weg': 404 }],
    [404, '/organisaties/weg', { '/organisaties/weg': 404, '/aanbod': 400 }],
    [
      404,
      '/zoeken?thema=onzin',
      { '/zoeken': (query) => (query.has('thema') ? 400 : gevonden([])) },
    ],
    [404, '/zoeken?page=9', { '/zoeken': gevonden([], { totaal: 3, page: 9 }) }],
    [410, '/aanbod/oud', { '/aanbod/oud': { ...aanbod, slug: 'oud', status: 'gestopt' } }],
    [503, '/aanbod/koffie', { '/aanbod/koffie': 503 }],
    [503, '/', { '/zoeken': 'away' }],
  ])('zegt met %i hoe het staat met %s, en wijst de weg', async (status, address, answers) => {
    const made = await drawn(address, answers)
    expect(made.status).toBe(status)
    expect(made.head).toContain('noindex')
    expect(made.page).toMatch(/<a [^>]*href="\/zoeken/)
  })

  it('vraagt alles opnieuw in de browser als de server geen antwoord kreeg', async () => {
    expect((await drawn('/over', { '/zoeken': 'away' })).data).toBe('')
  })

  it('toont zonder ‘toon meer’ alles van een organisatie', async () => {
    const made = await drawn('/organisaties/de-brug', {
      '/organisaties/de-brug': brug,
      '/aanbod': (query) =>
        query.has('cursor')
          ? { resultaten: [eenAanbod({ id: '2', slug: 'soep', titel: 'Soep' })], volgende: null }
          : { resultaten: [eenAanbod({ id: '1' })], volgende: 'verder' },
    })
    expect(wordsOf(made)).toContain('Koffie in De Brug')
    expect(wordsOf(made)).toContain('Soep')
  })
})

describe('een ander adres', () => {
  it.each([
    ['/Over', '/over'],
    ['/over/', '/over'],
    ['/over?fbclid=1', '/over'],
    ['/zoeken?utm_source=mail&q=koffie', '/zoeken?q=koffie'],
    ['/zoeken?q=&wijk=&page=1', '/zoeken'],
    ['/en/Zoeken?q=Koffie', '/en/zoeken?q=Koffie'],
    ['//elders.example.org/', '/elders.example.org'],
  ])('%s wordt %s', async (address, location) => {
    expect(await draw(address)).toEqual({ status: 301, location })
  })

  it('wordt dat met de naam als iemand het kenmerk gebruikt', async () => {
    const answers = {
      '/aanbod/01': aanbod,
      '/organisaties/02': brug,
      '/aanbod': { resultaten: [] },
    }
    expect(await draw('/aanbod/01', answers)).toMatchObject({
      location: '/aanbod/koffie-in-de-brug',
    })
    expect(await draw('/en/organisaties/02', answers)).toMatchObject({
      location: '/en/organisaties/de-brug',
    })
  })
})
