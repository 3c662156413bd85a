import type { Translate } from '@/i18n'
import type { Zoekresultaat } from '@/lib/api/types'
import type { Head, HeadPage } from '@/lib/head/head'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { searchQueries } from './searchQueries'
import { titleOf } from './titleOf'

export function searchHead({
  search: vraag,
  queryClient,
  labelOf,
  t,
}: HeadPage<unknown, Zoekvraag>): Head {
  const title = titleOf(vraag, labelOf, t)
  const [asked] = searchQueries(vraag)
  const answer = asked && queryClient.getQueryData(asked.queryKey)
  if (!answer) return { title, description: t('zoeken.onbekendFilter'), status: 404 }
  const isPastTheEnd = answer.totaal > 0 && answer.resultaten.length === 0
  const subject = subjectOf(vraag, answer)
  return {
    title,
    description: describe(answer, t),
    ...(subject && { address: `/zoeken${formatQueryString(subject)}` }),
    ...(isPastTheEnd && { status: 404 }),
  }
}

const NAMED = 4

/** How much there is, and what comes first. */
function describe({ totaal, resultaten }: Zoekresultaat, t: Translate): string {
  const count = t('zoeken.gevonden', { count: totaal })
  const titles = resultaten.slice(0, NAMED).map(({ titel }) => titel)
  return titles.length > 0 ? `${count}: ${titles.join(', ')}` : count
}

/**
 * What a search engine may know this page as: everything, one wijk, one theme, or words that stand
 * in the title of something on it. All other questions together are endless, and the words that
 * somebody brings along are nobody else's.
 */
function subjectOf(vraag: Zoekvraag, { resultaten }: Zoekresultaat): Zoekvraag | undefined {
  const { q, page, wijk = [], thema = [], ...rest } = vraag
  if (Object.keys(rest).length > 0) return undefined
  if (q === undefined) return wijk.length + thema.length <= 1 ? vraag : undefined
  const words = wordsOf(q)
  const isTitled = resultaten.some(({ titel }) => wordsOf(titel).includes(words))
  const isAlone = page === undefined && wijk.length + thema.length === 0
  return isAlone && isTitled ? { q: words.trim() } : undefined
}

/** In small letters and with a space on both sides, so that a part is a part of whole words. */
const wordsOf = (text: string) =>
  ` ${
    text
      .toLocaleLowerCase('nl')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
