import { useTranslation } from '@/i18n'
import { findOutline } from '@/lib/wijken/outlines'
import { useLabels } from '@/lib/wording/labels'
import { config } from '@/lib/config'
import type { Locatie, Veld } from './inhoud'
import { LISTS } from './lijsten'

/** What stands in a field, in words to compare it by. */
export function useSay() {
  const { t, language } = useTranslation()
  const labelOf = useLabels()
  const listed = (words: unknown[]) =>
    new Intl.ListFormat(language).format(words.filter(Boolean).map(String))

  return (veld: Veld, value: unknown): string => said(veld, value) || t('bewerk.kies.leeg')

  function said(veld: Veld, value: unknown): string {
    const list = veld in LISTS ? LISTS[veld as keyof typeof LISTS] : undefined
    if (typeof value === 'boolean') return t(value ? 'bewerk.ja' : 'bewerk.nee')
    if (veld === 'momenten' || veld === 'sluitingen') {
      const count = Array.isArray(value) ? value.length : 0
      return count ? t(`bewerk.kies.${veld}`, { count }) : ''
    }
    if (veld === 'beeld') return value ? t('bewerk.kies.foto') : ''
    if (veld === 'werkgebied' && value === 'stadsbreed')
      return t('bewerk.gebied.stadsbreed', { gemeente: config.gemeente })
    if (Array.isArray(value)) {
      const name = (code: string) =>
        list ? labelOf(list, code) : (findOutline(code)?.naam ?? code)
      return listed(value.map(String).map(name))
    }
    if (list && (typeof value === 'string' || typeof value === 'number'))
      return labelOf(list, value)
    if (typeof value === 'object' && value) return listed(parts(value))
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }

  function parts({ lat, lon, wijk, geheim, ...texts }: Locatie): unknown[] {
    const pinned = lat != null && lon != null && t('bewerk.kies.speld')
    return [
      ...Object.values(texts),
      wijk && (findOutline(wijk)?.naam ?? wijk),
      pinned,
      geheim && t('bewerk.plek.geheim'),
    ]
  }
}
