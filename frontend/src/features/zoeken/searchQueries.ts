import { zoekenQuery } from '@/lib/api/zoeken'
import { narrowed, toParameters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { currentPlek } from '@/lib/plek/plek'

/** What the results page asks: the question, and the whole of it when a wish was taken off. */
export function searchQueries(vraag: Zoekvraag) {
  const whole = vraag.zonder && narrowed(vraag, { zonder: undefined })
  return [vraag, ...(whole ? [whole] : [])].map((asked) =>
    zoekenQuery(toParameters(asked, currentPlek())),
  )
}
