import { createContext, useContext } from 'react'
import type { ForeignCode, LanguageCode } from './languages'
import { leaves } from './leaves'
import nl from './nl.json'
import { createTranslator, type Tree, type Translator } from './translator'

export type { LanguageCode } from './languages'
export type { TextKey, Translate, Translator } from './translator'

const spoken = new Map(leaves(nl))

export const dutch = createTranslator('nl', spoken)

/** Dutch that only some pages speak is in a file of nl/ that their code brings along. */
export function alsoSay(...files: Tree[]): void {
  for (const [key, text] of files.flatMap((file) => leaves(file))) spoken.set(key, text)
}

/** Each language is a file of its own, fetched by the pages in that language only. */
const FILES: Record<ForeignCode, () => Promise<{ default: Tree }>> = {
  en: () => import('./en.json'),
  ar: () => import('./ar.json'),
  uk: () => import('./uk.json'),
  tr: () => import('./tr.json'),
  pl: () => import('./pl.json'),
}

/** The texts of a language. What it does not say yet is said in Dutch; a test tells what that is. */
export async function loadLanguage(language: LanguageCode): Promise<Translator> {
  if (language === 'nl') return dutch
  const [{ default: texts }, { createForeignTranslator }] = await Promise.all([
    FILES[language](),
    import('./foreign'),
  ])
  return createForeignTranslator(language, new Map(leaves(texts)), dutch)
}

/** The language of the page; the app provides the one of its address. */
export const LanguageContext = createContext(dutch)

export const useTranslation = () => useContext(LanguageContext)
