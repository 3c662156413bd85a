import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'
import type { ReadAanbod as Whole } from './ReadAanbod'

type Props = ComponentProps<typeof Whole>

// The page is whole without it; a browser that cannot speak does not even fetch it.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('./ReadAanbod').then(
    ({ ReadAanbod }) => ({ default: ReadAanbod }),
    () => ({ default: () => null }),
  ),
)

export function ReadAanbod(props: Props) {
  return (
    useHydrated() &&
    'speechSynthesis' in window && (
      <Suspense>
        <Lazy {...props} />
      </Suspense>
    )
  )
}
