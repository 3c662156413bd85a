import type { Translate } from '@/i18n'
import { weekendFrom } from '@/lib/dates/coming'
import { addDays, localTime } from '@/lib/dates/localTime'
import { speakDay } from '@/lib/dates/speakTime'
import type { LabelOf } from '@/lib/wording/labels'
import { CODE_FILTERS, narrowed, toggleCode, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { filterLabel } from './filters'

/** One thing that narrows the results, in words, and the question without it. */
export interface ActivePart {
  key: string
  label: string
  without: Zoekvraag
}

export function activeParts(
  vraag: Zoekvraag,
  labelOf: LabelOf,
  t: Translate,
  language: string,
  now: Date,
): ActivePart[] {
  const parts: ActivePart[] = []
  if (vraag.datumVan ?? vraag.datumTot) {
    parts.push({
      key: 'datum',
      label: datesLabel(vraag, t, language, now),
      without: narrowed(vraag, { datumVan: undefined, datumTot: undefined }),
    })
  }
  for (const filter of CODE_FILTERS) {
    for (const code of vraag[filter] ?? []) {
      parts.push({
        key: `${filter}-${code}`,
        label: filterLabel(filter, code, labelOf),
        without: toggleCode(vraag, filter, code),
      })
    }
  }
  if (vraag.leeftijd !== undefined) {
    parts.push({
      key: 'leeftijd',
      label: t('filters.leeftijd', { jaar: vraag.leeftijd }),
      without: narrowed(vraag, { leeftijd: undefined }),
    })
  }
  if (vraag.vrijwilligersGezocht) {
    parts.push({
      key: 'helpen',
      label: t('filters.helpen'),
      without: narrowed(vraag, { vrijwilligersGezocht: undefined }),
    })
  }
  return parts
}

function datesLabel(
  { datumVan, datumTot }: Zoekvraag,
  t: Translate,
  language: string,
  now: Date,
): string {
  const today = localTime(now).day
  const weekend = weekendFrom(today)
  if (datumVan === today && datumTot === today) return t('filters.vandaag')
  if (datumVan === addDays(today, 1) && datumTot === datumVan) return t('filters.morgen')
  if (datumVan === weekend.from && datumTot === weekend.to) return t('filters.weekend')
  const van = datumVan && speakDay(datumVan, now, language)
  const tot = datumTot && speakDay(datumTot, now, language)
  if (van && tot) return datumVan === datumTot ? van : t('filters.vanTot', { van, tot })
  return van ? t('filters.vanaf', { van }) : t('filters.totEnMet', { tot })
}
