import './ResultSkeleton.css'

/** The shape of results while they are on their way, as high as a usual result. */
export function ResultSkeleton({ count }: { count: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="sk-skeleton">
          <span />
          <span />
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
