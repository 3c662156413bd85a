import type { Translate } from '@/i18n'
import type { Wens } from '@/lib/api/types'
import { capitalised } from '@/lib/wording/capitalised'
import { either, kinOf } from '@/lib/wording/kin'
import type { LabelOf, VocabularyList } from '@/lib/wording/labels'
import { findOutline } from '@/lib/wijken/outlines'
import type { WensSoort, Zoekvraag } from '@/lib/zoekvraag/zoekvraag'

/** What the question asks for, in words, and the kinds that go with it when it is taken off. */
export interface Wish {
  label: string
  soorten: WensSoort[]
}

/** Kinds whose own label says more than the word that was typed: "rolstoel", "8031". */
const LABELLED: Partial<Record<WensSoort, VocabularyList>> = {
  kosten: 'kosten',
  taal: 'talen',
  toegankelijkheid: 'toegankelijkheid',
}

/** One wish for what can only be taken off together. */
export function wishesOf(begrepen: readonly Wens[], labelOf: LabelOf, t: Translate): Wish[] {
  return kinOf(begrepen).map((group) => ({
    label: capitalised(labelOfGroup(group, labelOf, t)),
    soorten: [...new Set(group.map(({ soort }) => soort))],
  }))
}

/** The same wishes as filters, without any words: all that there is of the kind. */
export function filtersOf(begrepen: readonly Wens[]): Zoekvraag {
  const vraag: Zoekvraag = {}
  for (const { soort, codes } of begrepen) {
    const [first, last] = codes
    if (soort === 'datum') {
      if (first) vraag.datumVan = first
      if (last) vraag.datumTot = last
    } else if (soort === 'leeftijd') {
      // The filter knows one age; of a range the group that goes with it says enough.
      if (codes.length === 1) vraag.leeftijd = Number(first)
    } else {
      const own = codes.map((code) => (soort === 'wijk' ? (findOutline(code)?.slug ?? code) : code))
      vraag[soort] = [...new Set([...(vraag[soort] ?? []), ...own])]
    }
  }
  return vraag
}

function labelOfGroup(group: Wens[], labelOf: LabelOf, t: Translate): string {
  if (group.every(({ soort }) => soort === 'wijk')) {
    const names = group.flatMap(({ codes }) => codes.map((code) => findOutline(code)?.naam ?? code))
    return t('wensen.inWijk', { wijk: either(names, t) })
  }
  const spoken = group.map(({ soort, codes, tekst }) => {
    const list = LABELLED[soort]
    const only = codes.length === 1 ? codes[0] : undefined
    const label = list && only ? labelOf(list, only) : ''
    // While the vocabularies are not there the label is empty.
    return label === '' ? tekst : label
  })
  return either(spoken, t)
}
