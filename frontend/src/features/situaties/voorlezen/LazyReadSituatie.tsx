import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'
import type { ReadSituatie as Whole } from './ReadSituatie'

type Props = ComponentProps<typeof Whole>

// The page is whole without it; a browser that cannot speak does not even fetch it.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('./ReadSituatie').then(
    ({ ReadSituatie }) => ({ default: ReadSituatie }),
    () => ({ default: () => null }),
  ),
)

export function ReadSituatie(props: Props) {
  return (
    useHydrated() &&
    'speechSynthesis' in window && (
      <Suspense>
        <Lazy {...props} />
      </Suspense>
    )
  )
}
