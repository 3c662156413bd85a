import type { LanguageCode } from '@/i18n'
import { withLanguage } from '@/i18n/languages'

/** A whole address of this site, to send or to print. Only a browser knows it. */
export const addressOf = (language: LanguageCode, pathname: string) =>
  window.location.origin + withLanguage(language, pathname)
