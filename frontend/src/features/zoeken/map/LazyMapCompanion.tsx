import type { ComponentProps } from 'react'
import { inBrowser } from '@/components/inBrowser'
import type { MapCompanion as Whole } from './MapCompanion'
import '@/components/map/map.css'
import './MapCompanion.css'

// The list says everything that the map shows.
const Companion = inBrowser(
  () => import('./MapCompanion').then(({ MapCompanion }) => MapCompanion),
  {
    fallback: (
      <div className="sk-map sk-companion">
        <div className="sk-map__frame" />
      </div>
    ),
  },
)

export function MapCompanion(props: ComponentProps<typeof Whole>) {
  return props.map.state !== 'dicht' && <Companion {...props} />
}
