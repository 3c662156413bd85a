import type { QueryClient } from '@tanstack/react-query'
import type { Translator } from '@/i18n'
import { isRefusal } from '@/lib/api/queryClient'
import { vocabulariaQuery } from '@/lib/api/vocabularia'
import type { Head, HeadPage } from '@/lib/head/head'
import { labelIn } from '@/lib/wording/labels'
import { heads } from './heads'
import type { AppRouter } from './router'

interface Described {
  head: Head
  status: 200 | 404 | 410 | 503
}

/** What a page that was loaded says of itself, and with which status it goes out. */
export function describe(
  router: AppRouter,
  queryClient: QueryClient,
  translator: Translator,
  given: Pick<HeadPage, 'absolute' | 'now'>,
): Described {
  const { t } = translator
  const result = router._serverResult
  if (hasFailed(queryClient) || result?.type !== 'render' || result.status === 500) {
    const description = t('fout.onbereikbaarUitleg')
    return { head: { title: t('fout.onbereikbaar'), description }, status: 503 }
  }
  const match = result.matches.at(-1)
  const id = match && String(match.routeId)
  if (result.status === 404 || id === undefined || !isPage(id)) {
    const description = t('nietGevonden.uitleg')
    return { head: { title: t('nietGevonden.titel'), description }, status: 404 }
  }
  const vocabularia = queryClient.getQueryData(vocabulariaQuery.queryKey)
  const labelOf = labelIn(vocabularia && (translator.terms?.(vocabularia) ?? vocabularia))
  const { params, search } = match as Pick<HeadPage, 'params' | 'search'>
  // The types of heads.ts say which page goes with which function; here it is any of them.
  const headOf = heads[id] as (page: HeadPage) => Head
  const head = headOf({ ...translator, queryClient, labelOf, ...given, params, search })
  return { head, status: head.status ?? 200 }
}

const isPage = (id: string): id is keyof typeof heads => id in heads

/** Whether a question got no answer, not even no. */
function hasFailed(queryClient: QueryClient): boolean {
  const queries = queryClient.getQueryCache().getAll()
  return queries.some(({ state: { error } }) => error !== null && !isRefusal(error))
}
