import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { Versheidsrij } from '@/lib/api/types'
import { csvOf } from '../csv'

export const PER = ['organisatie', 'wijk', 'thema'] as const
export type Per = (typeof PER)[number]

export const versheidQuery = (per: Per) =>
  queryOptions({
    queryKey: ['versheid', per],
    queryFn: ({ signal }) => dataOf(api.GET('/versheid', { params: { query: { per } }, signal })),
    staleTime: 0,
  })

export const COLUMNS = ['naam', 'totaal', 'opTijd', 'teLaat', 'nooit', 'deel'] as const
export type Column = (typeof COLUMNS)[number]

/** What part was looked at in time, from 0 to 1; nothing at all is in time. */
export const partOf = ({ totaal, opTijd }: Pick<Versheidsrij, 'totaal' | 'opTijd'>) =>
  totaal === 0 ? 1 : opTijd / totaal

const numberIn = (row: Versheidsrij, column: Exclude<Column, 'naam'>) =>
  column === 'deel' ? partOf(row) : row[column]

/** Rows in the order of one column, and by name where that says the same. */
export function sorted(rows: Versheidsrij[], column: Column, isDown: boolean): Versheidsrij[] {
  const byName = (one: Versheidsrij, other: Versheidsrij) =>
    one.naam.localeCompare(other.naam, 'nl')
  const order = (one: Versheidsrij, other: Versheidsrij) =>
    column === 'naam' ? byName(one, other) : numberIn(one, column) - numberIn(other, column)
  return [...rows].sort((one, other) => {
    const found = isDown ? -order(one, other) : order(one, other)
    return found || byName(one, other)
  })
}

export function asCsv(rows: Versheidsrij[], heads: readonly string[]): string {
  const cells = rows.map((row) => [
    ...[row.naam, row.totaal, row.opTijd, row.teLaat, row.nooit],
    `${Math.round(100 * partOf(row))}%`,
  ])
  return csvOf(heads, cells)
}
