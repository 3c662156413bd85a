import { outlines, size } from '@/lib/wijken/outlines'

interface Props {
  className: string
  /** Codes of wijken that are drawn filled. */
  filled?: readonly string[]
}

/** The sixteen wijken as one drawing, without meaning of its own: header and background. */
export function Patchwork({ className, filled = [] }: Props) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {outlines.map(({ code, d }) => (
        <path key={code} d={d} data-filled={filled.includes(code) || undefined} />
      ))}
    </svg>
  )
}
