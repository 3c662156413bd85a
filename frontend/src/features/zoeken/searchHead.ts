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
  return {
    title,
    description: describe(answer, t),
    ...(isSubject(vraag) && { address: `/zoeken${formatQueryString(vraag)}` }),
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
 * Whether a search engine may know this page: everything, and one wijk or one theme. All other
 * questions together are endless, and somebody's own words are nobody else's.
 */
function isSubject(vraag: Zoekvraag): boolean {
  const { wijk = [], thema = [] } = vraag
  const isPlain = Object.keys(vraag).every((key) => ['page', 'wijk', 'thema'].includes(key))
  return isPlain && wijk.length + thema.length <= 1
}
