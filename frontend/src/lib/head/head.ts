import type { QueryClient } from '@tanstack/react-query'
import type { Thing } from 'schema-dts'
import type { Translator } from '@/i18n'
import type { LabelOf } from '@/lib/wording/labels'

/** What a page says of itself to search engines, and to whoever gets a link to it. */
export interface Head {
  /** Without the name of the site; empty for the home page. */
  title: string
  description: string
  /** The one address of the page, in Dutch and from the root; a page without one is not indexed. */
  address?: string
  /** What it is about, in the words of schema.org. */
  things?: Thing[]
  /** For a page that is there but is not what was asked for: not (404) or no longer (410). */
  status?: 404 | 410
  /** The address, as above, where the thing lives now. */
  movedTo?: string
}

/** What a page has to describe itself with: its answers, and the words of its language. */
export interface HeadTools extends Translator {
  queryClient: QueryClient
  labelOf: LabelOf
  now: Date
  /** An address in Dutch and from the root, as the whole world knows it in the page's language. */
  absolute: (address: string) => string
}

export interface HeadPage<Params = unknown, Search = unknown> extends HeadTools {
  params: Params
  search: Search
}
