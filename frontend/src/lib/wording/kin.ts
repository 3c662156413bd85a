import type { Translate } from '@/i18n'
import type { Wens } from '@/lib/api/types'

/**
 * Wishes that belong together: two wijken are of one kind, and "vanavond" is a day as well as a
 * part of the day.
 */
export function kinOf<T extends Wens>(wensen: readonly T[]): T[][] {
  const groups: T[][] = []
  for (const wens of wensen) {
    const isKin = (group: T[]) =>
      group.some(({ soort, tekst }) => soort === wens.soort || tekst === wens.tekst)
    const kin = groups.filter(isKin)
    const merged = [...kin.flat(), wens]
    const at = kin[0] ? groups.indexOf(kin[0]) : groups.length
    groups[at] = merged
    for (const other of kin.slice(1)) groups.splice(groups.indexOf(other), 1)
  }
  return groups
}

/** "Holtenbroek of Aa-landen", each once. */
export function either(words: readonly string[], t: Translate): string {
  return [...new Set(words)].join(` ${t('wensen.of')} `)
}
