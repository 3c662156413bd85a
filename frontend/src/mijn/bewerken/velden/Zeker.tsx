import { Zekerheden } from '@/mijn/zekerheid/Zekerheden'
import type { Groep } from '@/mijn/zekerheid/zekerheid'
import { useEditor } from './editor'

interface Props {
  groepen: readonly Groep[]
  over: string
}

/** At a section of the page for writing: what is less sure of what stands on the map now. */
export function Zeker({ groepen, over }: Props) {
  const { aanbodId, zekerheid } = useEditor()
  const own = zekerheid.filter(({ groep }) => groepen.includes(groep))
  return <Zekerheden id={aanbodId} zekerheid={own} over={over} />
}
