import type { Aanbod } from '@/lib/api/types'
import { standOf, type Stand } from './stand'

export type Change =
  'weg' | 'gestopt' | 'dicht' | 'vol' | 'wachtlijst' | 'plek' | 'verhuisd' | 'tijden'

/**
 * What is otherwise than it was, the worst first. That it is gone or stopped is said for as long
 * as it is so; there is nothing to tell about its times then.
 *
 * @param aanbod as it is now, null when it is not there any more
 */
export function changesSince(then: Stand, aanbod: Aanbod | null, now: Date): Change[] {
  if (!aanbod) return ['weg']
  if (aanbod.status === 'gestopt') return ['gestopt']
  const today = standOf(aanbod, now)
  const changes: Change[] = []
  if (today.dicht && !then.dicht) changes.push('dicht')
  if (today.capaciteit !== then.capaciteit && today.capaciteit !== '') {
    // That there is room is news to somebody who read that there was none.
    if (today.capaciteit !== 'plek' || then.capaciteit !== '') changes.push(today.capaciteit)
  }
  if (today.plek !== then.plek) changes.push('verhuisd')
  if (today.tijden !== then.tijden) changes.push('tijden')
  return changes
}
