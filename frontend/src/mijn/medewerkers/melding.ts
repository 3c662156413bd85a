import type { TextKey } from '@/i18n'

/** What the server says of a log-in that came to nothing (accounts/oidc/melding.py), in words. */
const TEXTS = new Map<string, TextKey>([
  ['afgebroken', 'medewerkers.melding.afgebroken'],
  ['verlopen', 'medewerkers.melding.verlopen'],
  ['dienst-weg', 'medewerkers.melding.dienstWeg'],
  ['geen-rol', 'medewerkers.melding.geenRol'],
  ['te-vaak', 'medewerkers.melding.teVaak'],
  ['onbekende-dienst', 'medewerkers.melding.onbekendeDienst'],
  ['alleen-hier-uit', 'medewerkers.melding.alleenHierUit'],
])

/** What the address of a page says went wrong; undefined when it says nothing. */
export function meldingIn(search: string): TextKey | undefined {
  const code = new URLSearchParams(search).get('melding')
  return code === null ? undefined : (TEXTS.get(code) ?? 'medewerkers.melding.mislukt')
}

/** Where to go on after logging in: the page that was asked for, without what went wrong there. */
export function returnAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const parameters = new URLSearchParams(search)
  parameters.delete('melding')
  return parameters.size > 0 ? `${pathname}?${parameters}` : pathname
}
