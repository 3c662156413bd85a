import type { ReactNode } from 'react'
import { Patchwork } from './Patchwork'
import './Band.css'

// A few lit wijken, as a light here and there in town.
const LIT = ['WK019322', 'WK019331', 'WK019313', 'WK019350']

interface Props {
  children: ReactNode
  pattern?: boolean
  className?: string
}

/** The sign above a page, with the patchwork of wijken running off its edge. */
export function Band({ children, pattern = true, className = '' }: Props) {
  return (
    <div className={`sk-band sk-on-band ${className}`}>
      {pattern && (
        <div className="sk-band__clip">
          <Patchwork className="sk-band__pattern" filled={LIT} />
        </div>
      )}
      <div className="sk-container">{children}</div>
    </div>
  )
}
