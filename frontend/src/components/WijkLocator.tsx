import { closeWindow, findOutline, locatorWindow, outlines, project } from '@/lib/wijken/outlines'
import { OUTLINES_ID } from './WijkOutlines'
import './WijkLocator.css'

interface Props {
  /** Code or slug; without it every wijk is lit, for what counts in the whole municipality. */
  wijk: string | null
}

/** Where in town: one wijk filled among its neighbours. The words beside it say the same. */
export function WijkLocator({ wijk }: Props) {
  const here = findOutline(wijk)
  const centre = here ?? outlines[0]
  if (!centre) return null
  return (
    <svg
      className={`sk-locator sk-locator--small ${wijk ? '' : 'sk-locator--everywhere'}`}
      viewBox={locatorWindow(centre)}
      aria-hidden="true"
      focusable="false"
    >
      <Areas here={here?.code} />
    </svg>
  )
}

interface MapProps {
  wijk: string | null
  point: { lat: number; lon: number }
}

/** A small map of one place, drawn from the outlines alone: no tiles, no network, prints well. */
export function PlaceMap({ wijk, point }: MapProps) {
  const here = findOutline(wijk)
  const dot = project(point.lat, point.lon)
  // The name of its own wijk stands beside the map, and would lie under the dot.
  const neighbours = outlines.filter((wijk) => wijk !== here)
  return (
    <svg
      className="sk-locator sk-locator--large"
      viewBox={closeWindow(dot)}
      aria-hidden="true"
      focusable="false"
    >
      <Areas here={here?.code} />
      {neighbours.map(({ code, naam, nx, ny }) => (
        <text key={code} x={nx} y={ny} textAnchor="middle">
          {naam}
        </text>
      ))}
      <circle cx={dot.x} cy={dot.y} r={3.5} className="sk-locator__dot" />
    </svg>
  )
}

function Areas({ here }: { here: string | undefined }) {
  const chosen = findOutline(here)
  return (
    <>
      <use href={`#${OUTLINES_ID}`} />
      {chosen && <path d={chosen.d} className="sk-locator__here" />}
    </>
  )
}
