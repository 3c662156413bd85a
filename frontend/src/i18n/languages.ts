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
 * For Intl: the day before the month in English, as here; and in Arabic the digits of the
 * telephone numbers and addresses beside our dates, on which browsers do not agree.
 */
const LOCALES: Partial<Record<LanguageCode, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' }

export const localeOf = (language: LanguageCode): string => LOCALES[language] ?? language
