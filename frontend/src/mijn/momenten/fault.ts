import type { MomentInvoer, SluitingInvoer } from '@/lib/api/types'
import { lastDay, ritmeOf } from './ritme'

/** What is still missing or turned around, before it makes sense to ask when the moment is. */
export function momentFault(moment: MomentInvoer): 'dag' | 'begintijd' | 'volgorde' | null {
  const ritme = ritmeOf(moment)
  const last = lastDay(moment)
  if (ritme.soort === 'datum' && !moment.begin) return 'dag'
  if ('dagen' in ritme && ritme.dagen.length === 0) return 'dag'
  if (moment.tot && !moment.van) return 'begintijd'
  if (moment.begin && last && last < moment.begin) return 'volgorde'
  return null
}

/** Whether it ends after midnight, on the day after; at midnight itself it is still the evening. */
export function endsNextDay({ van, tot }: MomentInvoer): boolean {
  return !!van && !!tot && tot <= van && tot !== '00:00'
}

export function sluitingFault({
  van,
  tot,
}: SluitingInvoer): 'sluitingZonderVan' | 'volgorde' | null {
  if (!van) return 'sluitingZonderVan'
  return tot && tot < van ? 'volgorde' : null
}

/** Whether two periods have a day in common; without a last day a period goes on. */
export function overlap(sluitingen: readonly SluitingInvoer[]): boolean {
  const sorted = [...sluitingen].sort((one, other) => one.van.localeCompare(other.van))
  return sorted.some((sluiting, at) => {
    const next = sorted[at + 1]
    return next !== undefined && (!sluiting.tot || next.van <= sluiting.tot)
  })
}
