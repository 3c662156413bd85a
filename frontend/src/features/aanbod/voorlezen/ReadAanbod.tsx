import { ReadAloud } from '@/components/voorlezen/ReadAloud'
import type { Aanbod } from '@/lib/api/types'
import { aanbodSpeech } from './aanbodSpeech'

export function ReadAanbod({ aanbod, now }: { aanbod: Aanbod; now: Date }) {
  return (
    <ReadAloud textIn={(translator, labelOf) => aanbodSpeech(aanbod, now, translator, labelOf)} />
  )
}
