import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import type { MeldGat as Whole } from './MeldGat'

type Props = ComponentProps<typeof Whole>

// Few searches end here, so the others need not fetch its code. Without it the page is whole.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('./MeldGat').then(
    ({ MeldGat }) => ({ default: MeldGat }),
    () => ({ default: () => null }),
  ),
)

export function MeldGat(props: Props) {
  return (
    <Suspense>
      <Lazy {...props} />
    </Suspense>
  )
}
