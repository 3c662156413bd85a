import { outlines } from '@/lib/wijken/outlines'

export const OUTLINES_ID = 'wijken'

/** The outlines of all wijken, once in a page; every locator draws with these. */
export function WijkOutlines() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="sk-outlines">
      <defs>
        <g id={OUTLINES_ID}>
          {outlines.map(({ code, d }) => (
            <path key={code} d={d} />
          ))}
        </g>
      </defs>
    </svg>
  )
}
