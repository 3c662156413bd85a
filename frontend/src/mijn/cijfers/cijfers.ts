import { queryOptions } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem } from '@/lib/api/errors'
import type { AanbodInMaand, Getal } from '@/lib/api/types'
import { formatDay } from '@/lib/dates/localTime'
import { csvOf } from '../csv'

export const TIKKEN = ['gebeld', 'gemaild', 'website', 'route'] as const
export const SOORTEN = ['getoond', 'geopend', ...TIKKEN] as const

/** What one listing brought in each month, the one that runs first. */
export const bereikQuery = (id: string) =>
  queryOptions({
    queryKey: ['bereik', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/aanbod/{id}/bereik', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

/** What each listing of an organisation brought in a month; without one, the last whole month. */
export const organisatieBereikQuery = (id: string, maand?: string) =>
  queryOptions({
    queryKey: ['bereik', 'organisatie', id, maand],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: maand ? { maand } : {} }
      return dataOf(api.GET('/organisaties/{id}/bereik', { params, signal }))
    },
    staleTime: 0,
  })

/** Nothing of that name, somebody else's, or no name that anything could have. */
export const isNotThere = (error: unknown) =>
  error instanceof ApiProblem && [400, 403, 404].includes(error.status)

/** How counts and months are said here. */
export function useWording() {
  const { t, language } = useTranslation()
  const format = new Intl.NumberFormat(language)
  return {
    /** In a sentence: '140 keer'. */
    keer: ({ aantal, minderDan }: Getal) =>
      minderDan
        ? t('cijfers.minderKeer', { aantal: minderDan })
        : t('cijfers.keer', { count: aantal ?? 0, aantal: format.format(aantal ?? 0) }),
    /** In a table: '140'. */
    getal: ({ aantal, minderDan }: Getal) =>
      minderDan ? t('cijfers.minder', { aantal: minderDan }) : format.format(aantal ?? 0),
    /** yyyy-mm as 'november 2026'. */
    maand: (maand: string) =>
      formatDay(`${maand}-01`, language, { month: 'long', year: 'numeric' }),
  }
}

/** As a spreadsheet reads it; what is not told exactly is told in the same words as on the page. */
export const asCsv = (
  rows: AanbodInMaand[],
  heads: readonly string[],
  getal: (getal: Getal) => string,
) =>
  csvOf(
    heads,
    rows.map((row) => [
      row.titel,
      ...SOORTEN.map((soort) => row[soort].aantal ?? getal(row[soort])),
    ]),
  )
