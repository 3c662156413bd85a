import { config } from '@/lib/config'

/** An instant as the clock on the wall in the municipality shows it. */
export interface LocalTime {
  /** yyyy-mm-dd */
  day: string
  hour: number
  minute: number
}

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: config.timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

export function localTime(instant: Date): LocalTime {
  const part: Record<string, string> = {}
  for (const { type, value } of clock.formatToParts(instant)) part[type] = value
  return {
    day: `${part.year ?? ''}-${part.month ?? ''}-${part.day ?? ''}`,
    hour: Number(part.hour),
    minute: Number(part.minute),
  }
}

// A calendar day has no time zone: noon in UTC keeps clear of every change of clock.
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

export function addDays(day: string, count: number): string {
  const date = noon(day)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000)
}

/** 0 is Sunday. */
export function weekday(day: string): number {
  return noon(day).getUTCDay()
}

// Making one takes as long as using it a hundred times, and there are few.
const formats = new Map<string, Intl.DateTimeFormat>()

export function formatDay(
  day: string,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = language + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    formats.set(key, format)
  }
  return format.format(noon(day))
}
