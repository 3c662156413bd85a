import { addDays, weekday } from './localTime'

/** The days that "dit weekend" means: the coming Saturday and Sunday, or what is left of them. */
export function weekendFrom(today: string): { from: string; to: string } {
  const day = weekday(today)
  if (day === 0) return { from: today, to: today }
  const saturday = addDays(today, 6 - day)
  return { from: saturday, to: addDays(saturday, 1) }
}
