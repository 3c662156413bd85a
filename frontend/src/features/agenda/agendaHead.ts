import { agendaQueries } from '@/lib/api/agenda'
import { localTime } from '@/lib/dates/localTime'
import type { Head, HeadPage } from '@/lib/head/head'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import type { Agendavraag } from '@/lib/zoekvraag/agendavraag'
import { titleOf } from './title'

const NAMED = 4

export function agendaHead({
  search: vraag,
  queryClient,
  t,
  language,
}: HeadPage<unknown, Agendavraag>): Head {
  const now = new Date()
  const today = localTime(now).day
  const title = titleOf(vraag, today, now, t, language)
  const { keren, tellingen } = agendaQueries(vraag, today)
  const times = queryClient.getQueryData(keren.queryKey)
  const counts = queryClient.getQueryData(tellingen.queryKey)
  if (!times || !counts) return { title, description: t('agenda.teVer'), status: 404 }
  const count = t('agenda.aantal', { count: counts.totaal })
  const titles = new Set(times.resultaten.map(({ aanbod }) => aanbod.titel))
  const named = [...titles].slice(0, NAMED).join(', ')
  return {
    title,
    description: named ? `${count}: ${named}` : count,
    ...(isSubject(vraag) && { address: `/agenda${formatQueryString(vraag)}` }),
  }
}

/** Of all agendas a search engine may know that of today, and that of one wijk. */
function isSubject({ wijk = [], ...others }: Agendavraag): boolean {
  return wijk.length <= 1 && Object.keys(others).length === 0
}
