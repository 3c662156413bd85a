import type { Moment } from '@/lib/api/types'

/** How often something comes back; `times` counts within a week. */
export interface Rhythm {
  kind: 'elkeDag' | 'doordeweeks' | 'elkeWeek' | 'perWeek' | 'omDeWeek' | 'elkeMaand' | 'eenmalig'
  times: number
}

/** The rhythm of recurrence rules taken together; null when that is not simple to say. */
export function rhythmOf(momenten: readonly Pick<Moment, 'rrule'>[]): Rhythm | null {
  const rhythms = momenten.map(({ rrule }) => rhythmOfRule(rrule ?? null))
  const first = rhythms[0]
  if (!first) return null
  if (rhythms.every((rhythm) => rhythm && WITHIN_A_WEEK.has(rhythm.kind)) && rhythms.length > 1) {
    const times = rhythms.reduce((sum, rhythm) => sum + (rhythm?.times ?? 0), 0)
    return { kind: 'perWeek', times }
  }
  return rhythms.every((rhythm) => rhythm?.kind === first.kind) ? first : null
}

const WITHIN_A_WEEK = new Set<Rhythm['kind']>(['elkeWeek', 'perWeek'])

function rhythmOfRule(rrule: string | null): Rhythm | null {
  if (!rrule) return { kind: 'eenmalig', times: 1 }
  const rule = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const days = rule.get('BYDAY')?.split(',') ?? []
  const interval = Number(rule.get('INTERVAL') ?? 1)
  if (rule.get('COUNT') === '1') return { kind: 'eenmalig', times: 1 }
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return interval === 1 ? { kind: 'elkeDag', times: 7 } : null
    case 'WEEKLY':
      return weekly(days, interval)
    case 'MONTHLY':
      return interval === 1 && days.length <= 1 ? { kind: 'elkeMaand', times: 1 } : null
    default:
      return null
  }
}

function weekly(days: string[], interval: number): Rhythm | null {
  if (interval === 2 && days.length <= 1) return { kind: 'omDeWeek', times: 1 }
  if (interval !== 1) return null
  if (days.length === 7) return { kind: 'elkeDag', times: 7 }
  const workdays = days.length === 5 && !days.includes('SA') && !days.includes('SU')
  if (workdays) return { kind: 'doordeweeks', times: 5 }
  return days.length > 1 ? { kind: 'perWeek', times: days.length } : { kind: 'elkeWeek', times: 1 }
}
