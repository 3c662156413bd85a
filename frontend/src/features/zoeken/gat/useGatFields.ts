import { useTranslation } from '@/i18n'
import type { SpokenTerm, SpokenVocabularia } from '@/lib/api/types'
import { outlines } from '@/lib/wijken/outlines'
import { WEEKDELEN, type GatField } from './gat'

interface Field {
  field: GatField
  label: string
  /** What it says when nothing is chosen. */
  none: string
  options: SpokenTerm[]
}

const wijken = outlines
  .map(({ slug, naam }) => ({ code: slug, label: naam, lang: 'nl' as const }))
  .sort((a, b) => a.label.localeCompare(b.label, 'nl'))

/** The five things that can be said of what is not there, in the words of the filters. */
export function useGatFields(vocabularia: SpokenVocabularia): Field[] {
  const { t } = useTranslation()
  const none = t('gat.maaktNietUit')
  return [
    {
      field: 'thema',
      label: t('filters.thema'),
      none: t('gat.onderwerp'),
      options: vocabularia.themas,
    },
    { field: 'doelgroep', label: t('filters.doelgroep'), none, options: vocabularia.doelgroepen },
    { field: 'wijk', label: t('filters.wijk'), none, options: wijken },
    { field: 'dagdeel', label: t('filters.dagdeel'), none, options: vocabularia.dagdelen },
    {
      field: 'weekdeel',
      label: t('gat.weekdeel'),
      none,
      options: WEEKDELEN.map((code) => ({ code, label: t(`gat.weekdelen.${code}`) })),
    },
  ]
}
