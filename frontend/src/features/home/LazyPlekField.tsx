import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import type { PlekField as Whole } from '@/components/PlekField'

type Props = ComponentProps<typeof Whole>

// Few visitors say where they are, and without its code there are still the wijken.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('@/components/PlekField').then(
    ({ PlekField }) => ({ default: PlekField }),
    () => ({ default: () => null }),
  ),
)

export function PlekField(props: Props) {
  return (
    <Suspense>
      <Lazy {...props} />
    </Suspense>
  )
}
