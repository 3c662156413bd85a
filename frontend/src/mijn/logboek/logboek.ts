import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, dataOf } from '@/lib/api/client'
import type { LogboekRegel } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'

/** What somebody wants to read; what is empty leaves all in. */
export interface Wanted {
  onderwerp: string
  datumVan: string
  datumTot: string
}

export const ALL: Wanted = { onderwerp: '', datumVan: '', datumTot: '' }

/** What the log book has lines about, in the order of the alphabet. */
export const ONDERWERPEN = [
  'aanbod',
  'account',
  'invoer',
  'melding',
  'organisatie',
  'situatie',
  'synoniem',
] as const

/** Of no days, and of one that has not been filled in, nothing can be said. */
export const isBackwards = ({ datumVan, datumTot }: Wanted) =>
  datumVan !== '' && datumTot !== '' && datumTot < datumVan

export const logboekQuery = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['logboek', wanted],
    enabled: !isBackwards(wanted),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const given = Object.entries(wanted).filter(([, value]) => value !== '')
      const query = { ...Object.fromEntries(given), ...(pageParam && { cursor: pageParam }) }
      return dataOf(api.GET('/logboekregels', { params: { query }, signal }))
    },
    getNextPageParam: ({ volgende }) => volgende ?? undefined,
    select: ({ pages }) => pages.flatMap(({ resultaten }) => resultaten),
  })

export interface Day {
  day: string
  regels: LogboekRegel[]
}

/** Lines by the day on a clock here, in the order that they came. */
export function byDay(regels: LogboekRegel[]): Day[] {
  const days: Day[] = []
  for (const regel of regels) {
    const { day } = localTime(new Date(regel.op))
    const last = days.at(-1)
    if (last?.day === day) last.regels.push(regel)
    else days.push({ day, regels: [regel] })
  }
  return days
}

/** A value as it is stored, for who reads what changed; null when there was none. */
export function spell(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (Array.isArray(value)) {
    const parts = value.map(spell).filter((part) => part !== null)
    return parts.length > 0 ? parts.join(', ') : null
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value).flatMap(([key, part]) => {
      const spelled = spell(part)
      return spelled === null ? [] : [`${key}: ${spelled}`]
    })
    return parts.length > 0 ? parts.join('; ') : null
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
