import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'
import type { MeldGat as Whole } from './MeldGat'

type Props = ComponentProps<typeof Whole>

// Few searches end here, so the others need not fetch its code. Without it the page is whole.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('./MeldGat').then(
    ({ MeldGat }) => ({ default: MeldGat }),
    () => ({ default: () => null }),
  ),
)

/** It sends by script, so what the server draws does without. */
export function MeldGat(props: Props) {
  if (!useHydrated()) return null
  return (
    <Suspense>
      <Lazy {...props} />
    </Suspense>
  )
}
