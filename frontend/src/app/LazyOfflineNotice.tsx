import { lazy, Suspense, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'

// For the few who lose their connection, so no page waits for its code.
const Lazy = lazy<ComponentType>(() =>
  import('./OfflineNotice').then(
    ({ OfflineNotice }) => ({ default: OfflineNotice }),
    () => ({ default: () => null }),
  ),
)

export function OfflineNotice() {
  if (!useHydrated()) return null
  return (
    <Suspense>
      <Lazy />
    </Suspense>
  )
}
