import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { dutch } from '@/i18n'
import type { HeadPage } from '@/lib/head/head'
import { parseZoekvraag, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { eenResultaat } from '@/test/aanbod'
import { gevonden } from '@/test/server'
import { searchHead } from './searchHead'
import { searchQueries } from './searchQueries'

function addressOf(asked: Record<string, unknown>): string | undefined {
  const search = parseZoekvraag(asked)
  const queryClient = new QueryClient()
  const answer = gevonden([eenResultaat({ titel: 'Koffie in ’t Café' })])
  for (const { queryKey } of searchQueries(search)) queryClient.setQueryData(queryKey, answer)
  const labelOf = (_: string, code: string) => code
  return searchHead({ ...dutch, search, queryClient, labelOf } as HeadPage<unknown, Zoekvraag>)
    .address
}

it.each([
  [{}, '/zoeken'],
  [{ wijk: 'berkum' }, '/zoeken?wijk=berkum'],
  [{ thema: 'ontmoeten', page: '2' }, '/zoeken?thema=ontmoeten&page=2'],
  [{ q: 'Koffie' }, '/zoeken?q=koffie'],
  [{ q: ' café! ' }, '/zoeken?q=caf%C3%A9'],
  [{ q: 'in ’t' }, '/zoeken?q=in+t'],
])('is met de vraag %j een pagina die een zoekmachine kent als %s', (asked, address) => {
  expect(addressOf(asked)).toBe(address)
})

it.each([
  [{ q: 'koffiepauze' }],
  [{ q: 'ik ben alleen en wil koffie' }],
  [{ q: '!?' }],
  [{ q: 'koffie', page: '2' }],
  [{ q: 'koffie', wijk: 'berkum' }],
  [{ wijk: 'berkum', thema: 'ontmoeten' }],
  [{ kosten: 'gratis' }],
])('is met de vraag %j niets voor een zoekmachine', (asked) => {
  expect(addressOf(asked)).toBeUndefined()
})
