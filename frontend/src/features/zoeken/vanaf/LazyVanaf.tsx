import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'
import type { Vanaf as Whole } from './Vanaf'

type Props = ComponentProps<typeof Whole>

// Only who sorts by distance needs it. Without its code there are still the wijken.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('./Vanaf').then(
    ({ Vanaf }) => ({ default: Vanaf }),
    () => ({ default: () => null }),
  ),
)

export function Vanaf(props: Props) {
  return (
    useHydrated() && (
      <Suspense>
        <Lazy {...props} />
      </Suspense>
    )
  )
}
