import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'
import type { MapCompanion as Whole } from './MapCompanion'
import '@/components/map/map.css'
import './MapCompanion.css'

type Props = ComponentProps<typeof Whole>

// The list says everything that the map shows, so no page waits for its code.
const Lazy = lazy<ComponentType<Props>>(() =>
  import('./MapCompanion').then(
    ({ MapCompanion }) => ({ default: MapCompanion }),
    () => ({ default: () => null }),
  ),
)

export function MapCompanion(props: Props) {
  const hydrated = useHydrated()
  if (props.map.state === 'dicht') return null
  const frame = (
    <div className="sk-map sk-companion">
      <div className="sk-map__frame" />
    </div>
  )
  return hydrated ? (
    <Suspense fallback={frame}>
      <Lazy {...props} />
    </Suspense>
  ) : (
    frame
  )
}
