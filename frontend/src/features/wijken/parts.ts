import type { Translate } from '@/i18n'
import type { Part } from '@/lib/zoekvraag/part'

/** What a neighbour asks first, from light to heavy. */
export function wijkParts(wijk: string, t: Translate): Part[] {
  const here = { wijk: [wijk] }
  return [
    {
      titel: t('wijk.binnenlopen'),
      vraag: { ...here, thema: ['ontmoeten'], vorm: ['inloop', 'groep'] },
    },
    { titel: t('wijk.avond'), vraag: { ...here, dagdeel: ['avond'] } },
    { titel: t('wijk.weekend'), vraag: { ...here, dag: ['za', 'zo'] } },
    { titel: t('wijk.bewegen'), vraag: { ...here, thema: ['bewegen', 'natuur', 'cultuur'] } },
    { titel: t('wijk.helpen'), vraag: { ...here, vrijwilligersGezocht: true } },
    { titel: t('wijk.hulp'), vraag: { ...here, niveau: ['2', '3'] } },
  ]
}
