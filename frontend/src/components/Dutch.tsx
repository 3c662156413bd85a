import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'

interface Props {
  children: ReactNode
  /** For words that are Dutch only sometimes. */
  when?: boolean
}

/**
 * What people wrote in Dutch, such as a title or a name. On a page in another language it says so,
 * for screen readers, and keeps its own direction.
 */
export function Dutch({ children, when = true }: Props) {
  const { code } = useTranslation()
  return when && code !== 'nl' ? <bdi lang="nl">{children}</bdi> : children
}

/** A number or an address, which runs from left to right in every language. */
export function LeftToRight({ children }: { children: ReactNode }) {
  const { code } = useTranslation()
  return code === 'nl' ? children : <bdi dir="ltr">{children}</bdi>
}
