import type { Translate } from '@/i18n'
import type { AanbodKern } from '@/lib/api/types'
import { config } from '@/lib/config'
import { findOutline } from '@/lib/wijken/outlines'
import { capitalised } from './capitalised'

type Place = Pick<AanbodKern, 'locatie' | 'werkgebied' | 'vormen'>

/** Where something is, in one line: "Wijkhuis De Brug, Holtenbroek"; says so when nobody told. */
export function whereOf(
  { locatie, werkgebied, vormen }: Place,
  t: Translate,
  language: string,
): string {
  if (locatie) {
    const wijk = findOutline(locatie.wijk)?.naam
    const parts = [locatie.naam ?? locatie.straat, wijk ?? locatie.plaats]
    const known = [...new Set(parts.filter((part) => part != null && part !== ''))]
    if (known.length > 0) return known.join(', ')
  }
  const remote = (['aan-huis', 'online', 'telefoon'] as const).filter((vorm) =>
    vormen.includes(vorm),
  )
  const area = areaOf(werkgebied, t, language)
  const ways = remote.map((vorm) => t(`waar.${vorm}`))
  const line = [...ways, ...(area ? [area] : [])].join(t('site.komma'))
  return line === '' ? t('waar.onbekend') : capitalised(line, language)
}

function areaOf(
  werkgebied: AanbodKern['werkgebied'],
  t: Translate,
  language: string,
): string | null {
  if (!werkgebied) return null
  if (werkgebied.stadsbreed) return t('waar.stadsbreed', { gemeente: config.gemeente })
  const names = werkgebied.wijken.map((code) => findOutline(code)?.naam ?? code)
  if (names.length === 0) return null
  return names.length > 3
    ? t('waar.wijken', { count: names.length })
    : t('waar.in', { namen: new Intl.ListFormat(language).format(names) })
}

/** The wijk to point at on the patchwork, when there is exactly one. */
export function wijkOf({ locatie, werkgebied }: Place): string | null {
  if (locatie?.wijk) return locatie.wijk
  return werkgebied?.wijken.length === 1 ? (werkgebied.wijken[0] ?? null) : null
}

/** Metres as people say them: rounded to 50 below a kilometre, then with one decimal. */
export function speakDistance(metres: number, t: Translate, language: string): string {
  if (metres < 975) return t('waar.meter', { aantal: Math.max(50, Math.round(metres / 50) * 50) })
  const aantal = (metres / 1000).toLocaleString(language, { maximumFractionDigits: 1 })
  return t('waar.kilometer', { aantal })
}
