import type nl from './nl.json'

/** Texts by dotted key; `_zero`, `_one` and `_other` are forms of one key. */
type Texts = typeof nl
type Leaf<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaf<T[K], `${Path}${K}.`>
}[keyof T & string]
type Singular<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}`
  ? Base
  : Key

export type TextKey = Singular<Leaf<Texts>>
/** What goes into the `{{name}}` places of a text; `count` also chooses its form. */
export type TextValues = Record<string, string | number | undefined>
export type Translate = (key: TextKey, values?: TextValues) => string

export interface Translator {
  t: Translate
  /** BCP 47, for dates, numbers and lists. */
  language: string
}

interface Tree {
  [key: string]: string | Tree
}

/** A missing text shows its key, so that it is seen and not guessed. */
export function createTranslator(language: string, texts: Tree): Translator {
  const flat = new Map(leaves(texts))
  const plural = new Intl.PluralRules(language)

  function find(key: string, count: string | number | undefined): string {
    if (typeof count !== 'number') return flat.get(key) ?? key
    const forms = [...(count === 0 ? ['zero'] : []), plural.select(count), 'other']
    const form = forms.find((each) => flat.has(`${key}_${each}`))
    return flat.get(form ? `${key}_${form}` : key) ?? key
  }

  const t: Translate = (key, values = {}) =>
    find(key, values.count).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
  return { t, language }
}

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : leaves(value, `${path}${name}.`),
  )
}
