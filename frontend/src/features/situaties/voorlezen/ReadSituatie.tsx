import { useQueryClient } from '@tanstack/react-query'
import { ReadAloud } from '@/components/voorlezen/ReadAloud'
import type { Situatie } from '@/lib/api/types'
import { partQuery } from '@/lib/zoekvraag/part'
import { situatieSpeech } from './situatieSpeech'

export function ReadSituatie({ situatie }: { situatie: Situatie }) {
  const queryClient = useQueryClient()
  return (
    <ReadAloud
      textIn={() =>
        situatieSpeech(
          situatie,
          situatie.onderdelen.map((part) => queryClient.getQueryData(partQuery(part).queryKey)),
        )
      }
    />
  )
}
