import type { Moment, SpokenVocabularia, Vocabularia } from '@/lib/api/types'
import type { AllDutch } from './allDutch'
import { localeOf, type LanguageCode } from './languages'

type Leaf<T, Path extends string = ''> = T extends unknown
  ? {
      [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaf<T[K], `${Path}${K}.`>
    }[keyof T & string]
  : never
type Singular<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}`
  ? Base
  : Key

/** A dotted key; `_zero`, `_one` and `_other` are forms of one key. */
export type TextKey = Singular<Leaf<AllDutch>>
/** What goes into the `{{name}}` places of a text; `count` also chooses its form. */
export type TextValues = Record<string, string | number | undefined>
export type Translate = (key: TextKey, values?: TextValues) => string

export interface Translator {
  t: Translate
  /** What a code of a vocabulary is called; undefined where only the API knows, in Dutch. */
  label: (list: string, code: string) => string | undefined
  /** The vocabularies in a language other than Dutch, which the API speaks. */
  terms?: (vocabularia: Vocabularia) => SpokenVocabularia
  /** When something comes back, for a language other than Dutch; null when it cannot say. */
  moment?: (moment: Moment) => string | null
  /** As in the address, and for the `lang` of the page. */
  code: LanguageCode
  /** BCP 47, for dates, numbers and lists. */
  language: string
}

/** Texts by their dotted keys. */
export type Texts = ReadonlyMap<string, string>

export interface Tree {
  [key: string]: string | Tree
}

/**
 * @param fallback says what is missing here; without one a missing text shows its key, so that it
 *   is seen and not guessed.
 */
export function createTranslator(
  code: LanguageCode,
  texts: Texts,
  fallback?: Translator,
): Translator {
  const plural = new Intl.PluralRules(localeOf(code))

  function find(key: string, count: string | number | undefined): string | undefined {
    if (typeof count !== 'number') return texts.get(key)
    const forms = [...(count === 0 ? ['zero'] : []), plural.select(count), 'other']
    const form = forms.find((each) => texts.has(`${key}_${each}`))
    return texts.get(form ? `${key}_${form}` : key)
  }

  const t: Translate = (key, values = {}) => {
    const text = find(key, values.count)
    if (text === undefined) return fallback ? fallback.t(key, values) : key
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
  const label = (list: string, term: string) => texts.get(`vocabularia.${list}.${term}`)
  return { t, label, code, language: localeOf(code) }
}
