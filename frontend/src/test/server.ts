import { vi } from 'vitest'
import type { Aanbod, Resultaat, Zoekresultaat } from '@/lib/api/types'

type Body = Record<string, unknown> | Zoekresultaat | Aanbod
type Answer = Body | number | 'away'
/** What the API answers per path (without /api/v1); a number is a status, "away" is no network. */
export type Answers = Record<
  string,
  Answer | ((query: URLSearchParams, request: Request) => Answer)
>

/** Stands in for the network: pages are tested against what the contract says comes back. */
export function answerWith(answers: Answers) {
  const calls: URL[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    const url = new URL(request.url)
    calls.push(url)
    const found = { ...ALWAYS, ...answers }[url.pathname.replace('/api/v1', '')] ?? 404
    const answer = typeof found === 'function' ? found(url.searchParams, request) : found
    if (answer === 'away') return Promise.reject(new TypeError('Failed to fetch'))
    if (typeof answer === 'number') return Promise.resolve(problem(answer))
    return Promise.resolve(Response.json(answer))
  })
  return calls
}

function problem(status: number): Response {
  const fouten = status === 400 ? [{ veld: 'thema', melding: "'onzin' bestaat niet." }] : undefined
  return Response.json(
    { title: 'Niet gelukt', status, detail: 'Dat ging niet.', fouten },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
}

const term = (code: string, label: string, ouder?: string) => ({
  code,
  label,
  ...(ouder && { ouder }),
})

const ALWAYS: Answers = {
  '/vocabularia': {
    ambities: [term('1', 'Contact en meedoen'), term('2', 'Gezond en fit')],
    themas: [term('ontmoeten', 'Contact en ontmoeten', '1'), term('bewegen', 'Bewegen', '2')],
    inzet: [term('uur', 'Ongeveer een uur per week')],
    kosten: [term('gratis', 'Gratis'), term('tot-5', 'Tot 5 euro')],
    aanmelden: [term('binnenlopen', 'Je kunt gewoon binnenlopen')],
    dagdelen: [term('ochtend', 'Ochtend'), term('avond', 'Avond')],
    dagen: [term('ma', 'Maandag'), term('di', 'Dinsdag')],
    capaciteiten: [term('wachtlijst', 'Er is een wachtlijst')],
    categorieen: [term('initiatief', 'Initiatief van bewoners')],
    openVoor: [term('iedereen', 'Iedereen is welkom')],
    doelgroepen: [term('ouderen', 'Ouderen')],
    ...Object.fromEntries(
      ['doelen', 'soorten', 'niveaus', 'vormen', 'toegankelijkheid', 'talen'].map((list) => [
        list,
        [],
      ]),
    ),
  },
  '/wijken': { type: 'FeatureCollection', features: [] },
}

export function gevonden(
  resultaten: Resultaat[],
  given: Partial<Zoekresultaat> = {},
): Zoekresultaat {
  return {
    totaal: resultaten.length,
    page: 1,
    pageSize: 20,
    gedegradeerd: false,
    resultaten,
    facetten: {
      wijk: { WK019330: 3, WK019340: 2 },
      kosten: { gratis: 4 },
      thema: { ontmoeten: 5 },
      dagdeel: { avond: 2 },
    },
    begrepen: [],
    bedoeldeJe: null,
    noodhulp: [],
    ruimer: {},
    ...given,
  }
}
