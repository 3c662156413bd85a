import { CircleAlert, Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './Notice.css'

type Kind = 'info' | 'attention' | 'wrong'
const ICONS: Record<Kind, LucideIcon> = { info: Info, attention: CircleAlert, wrong: CircleAlert }

/** Something to know before reading on; calm by default. */
export function Notice({ kind = 'info', children }: { kind?: Kind; children: ReactNode }) {
  const Icon = ICONS[kind]
  return (
    <div className={`sk-notice sk-notice--${kind}`}>
      <Icon className="sk-icon" />
      <div className="sk-notice__content">{children}</div>
    </div>
  )
}
