import { createContext, useContext } from 'react'
import nl from './nl.json'
import { createTranslator } from './translator'

export type { TextKey, Translate } from './translator'

export const dutch = createTranslator('nl', nl)

/** The language of the page; a provider higher up brings another one. */
export const LanguageContext = createContext(dutch)

export const useTranslation = () => useContext(LanguageContext)
