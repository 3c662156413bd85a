/**
 * The languages of the site. The code stands in the address and on the page; the name is what its
 * own speakers call it.
 */
export const LANGUAGES = [
  { code: 'nl', name: 'Nederlands', dir: 'ltr' },
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
  { code: 'uk', name: 'Українська', dir: 'ltr' },
  { code: 'tr', name: 'Türkçe', dir: 'ltr' },
  { code: 'pl', name: 'Polski', dir: 'ltr' },
] as const

export type LanguageCode = (typeof LANGUAGES)[number]['code']
export type ForeignCode = Exclude<LanguageCode, 'nl'>

/** Dutch has no prefix; every other language stands first: /en, /en/zoeken. */
export function languageOf(pathname: string): LanguageCode {
  const first = pathname.split('/', 2)[1]
  return LANGUAGES.find(({ code }) => code === first && code !== 'nl')?.code ?? 'nl'
}

/** The address of the same page in Dutch: what the router knows its pages by. */
export function withoutLanguage(pathname: string): string {
  const language = languageOf(pathname)
  return language === 'nl' ? pathname : pathname.slice(language.length + 1) || '/'
}

/** The address of a page in a language, from its address in Dutch. */
export function withLanguage(language: LanguageCode, pathname: string): string {
  if (language === 'nl') return pathname
  return pathname === '/' ? `/${language}` : `/${language}${pathname}`
}

export function directionOf(language: LanguageCode): 'ltr' | 'rtl' {
  return LANGUAGES.find(({ code }) => code === language)?.dir ?? 'ltr'
}

/**
 * For Intl. Browsers do not agree on the digits of Arabic; the addresses and telephone numbers
 * beside our dates are written with these.
 */
export function localeOf(language: LanguageCode): string {
  return directionOf(language) === 'rtl' ? `${language}-u-nu-latn` : language
}
