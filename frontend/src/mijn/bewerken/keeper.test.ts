import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { Bewerking } from '@/lib/api/types'
import { eenBewerking } from '@/test/bewerking'
import type { Concept } from './concept'
import type { Inhoud } from './inhoud'
import { createKeeper } from './keeper'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server that keeps, with a network that can go. */
function world(first = eenBewerking(), concept: Concept | null = null) {
  let now = first
  const held: { concept: Omit<Concept, 'wie'> | null } = { concept }
  const net = { away: false, deaf: false, status: 0, room: true, sent: 0, merged: 0, out: 0 }
  const send = (inhoud: Inhoud, basisVersie: number, versie: number): Promise<Bewerking> => {
    net.sent += 1
    if (net.away) return Promise.reject(new ServerUnreachable())
    const problem = (status: number, more = {}) =>
      Promise.reject(new ApiProblem(status, { title: '', detail: 'Nee.', status, ...more }))
    if (net.status) return problem(net.status)
    if (versie !== now.versie) return problem(412, { nu: now })
    now = { ...now, inhoud, basisVersie, versie: versie + 1 }
    return net.deaf ? Promise.reject(new ServerUnreachable()) : Promise.resolve(now)
  }
  const keeper = createKeeper(first, concept, {
    send,
    hold: (given) => {
      if (net.room) held.concept = given
      return net.room
    },
    letGo: () => {
      held.concept = null
    },
    onLoggedOut: () => {
      net.out += 1
    },
    onMerged: () => {
      net.merged += 1
    },
  })
  keeper.start()
  const colleague = (inhoud: Inhoud) => {
    now = { ...now, inhoud: { ...now.inhoud, ...inhoud }, versie: now.versie + 1, eigen: false }
  }
  const type = (inhoud: Inhoud) => {
    keeper.change({ ...keeper.get().inhoud, ...inhoud })
  }
  return { keeper, net, held, colleague, type, kept: () => now.inhoud as Inhoud }
}

const wait = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms)

it('bewaart als het typen even stopt, en laat daarna niets in de browser', async () => {
  const { keeper, net, held, type, kept } = world()
  type({ titel: 'T' })
  type({ titel: 'Thee' })
  expect(held.concept?.inhoud.titel).toBe('Thee')
  expect(keeper.get().keeping).toBe('typt')
  await wait()
  expect(kept().titel).toBe('Thee')
  expect(net.sent).toBe(1)
  expect(keeper.get().keeping).toBe('bewaard')
  expect(held.concept).toBeNull()
})

it('houdt bij geen verbinding alles vast en probeert het vanzelf weer', async () => {
  const { keeper, net, held, type, kept } = world()
  net.away = true
  type({ titel: 'Thee' })
  await wait()
  expect(keeper.get().keeping).toBe('weg')
  type({ samenvatting: 'Met koek' })
  expect(held.concept?.inhoud).toEqual({ titel: 'Thee', samenvatting: 'Met koek' })
  net.away = false
  await wait(5_000)
  expect(kept()).toEqual({ titel: 'Thee', samenvatting: 'Met koek' })
  expect(keeper.get().keeping).toBe('bewaard')
  expect(held.concept).toBeNull()
})

it('ziet na een verloren antwoord zijn eigen tekst niet aan voor die van een ander', async () => {
  const { keeper, net, type, kept } = world()
  net.deaf = true
  type({ titel: 'Thee' })
  await wait()
  type({ titel: 'Thee en koek' })
  net.deaf = false
  await wait(5_000)
  expect(keeper.get().botsing).toBeNull()
  expect(kept().titel).toBe('Thee en koek')
})

it('neemt over wat een collega in een ander veld schreef', async () => {
  const { keeper, net, type, colleague, kept } = world()
  colleague({ meebrengen: 'Een kopje' })
  type({ titel: 'Thee' })
  await wait(5_000)
  expect(kept()).toEqual({ titel: 'Thee', meebrengen: 'Een kopje' })
  expect(keeper.get().inhoud.meebrengen).toBe('Een kopje')
  expect(net.merged).toBe(1)
})

it('vraagt wat er moet staan als een collega hetzelfde veld schreef', async () => {
  const { keeper, type, colleague, kept } = world()
  colleague({ titel: 'Soep' })
  type({ titel: 'Thee' })
  await wait()
  expect(keeper.get().botsing?.vragen).toEqual([{ veld: 'titel', hier: 'Thee', daar: 'Soep' }])
  await wait(60_000)
  expect(kept().titel).toBe('Soep')
  keeper.choose({ titel: 'Soep met thee' })
  await wait()
  expect(kept().titel).toBe('Soep met thee')
  expect(keeper.get()).toMatchObject({ keeping: 'bewaard', botsing: null })
})

it('gaat na een dichtgeklapte laptop verder met wat er in de browser stond', async () => {
  const basis = { titel: 'Koffie' }
  const inhoud = { titel: 'Koffie en taart' }
  const concept = { wie: 'ik', inhoud, basis, versie: 1, gestuurd: [] }
  const { keeper, held, kept } = world(eenBewerking(), concept)
  expect(keeper.get().inhoud).toEqual(inhoud)
  await wait()
  expect(kept()).toEqual(inhoud)
  expect(held.concept).toBeNull()
})

it('legt na een dichtgeklapte laptop naast elkaar wat een ander intussen schreef', () => {
  const concept = {
    wie: 'ik',
    inhoud: { titel: 'Thee', nietVoor: 'Honden' },
    basis: { titel: 'Koffie' },
    versie: 1,
    gestuurd: [],
  }
  const first = eenBewerking({ versie: 4, inhoud: { titel: 'Soep' } })
  const { keeper } = world(first, concept)
  expect(keeper.get().botsing?.vragen).toEqual([{ veld: 'titel', hier: 'Thee', daar: 'Soep' }])
  expect(keeper.get().botsing?.samen.nietVoor).toBe('Honden')
})

it('stuurt niet nog eens wat geweigerd is, tot er iets verandert', async () => {
  const { keeper, net, type } = world()
  net.status = 413
  type({ titel: 'Thee' })
  await wait(60_000)
  expect(net.sent).toBe(1)
  expect(keeper.get()).toMatchObject({ keeping: 'geweigerd', weigering: 'Nee.' })
  net.status = 0
  type({ titel: 'Thee!' })
  await wait()
  expect(keeper.get()).toMatchObject({ keeping: 'bewaard', weigering: null })
})

it('zegt het als de sessie voorbij is, en houdt de tekst vast', async () => {
  const { net, held, type } = world()
  net.status = 401
  type({ titel: 'Thee' })
  await wait()
  expect(net.out).toBe(1)
  expect(held.concept?.inhoud.titel).toBe('Thee')
})

it('weet dat niets veilig is als ook de browser niets kan bewaren', async () => {
  const { keeper, net, type } = world()
  net.room = false
  net.away = true
  type({ titel: 'Thee' })
  expect(keeper.get().safe).toBe(false)
  net.away = false
  await wait(5_000)
  expect(keeper.get().safe).toBe(true)
})

it('bewaart een keuze die de tekst laat zoals hij was', async () => {
  const { keeper, net } = world(eenBewerking({ aanbodVersie: 3 }))
  keeper.settle({ titel: 'Koffie' })
  await wait()
  expect(net.sent).toBe(1)
  expect(keeper.get().answer.basisVersie).toBe(3)
})
