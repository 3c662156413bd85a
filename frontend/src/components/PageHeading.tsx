import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { config } from '@/lib/config'
import { takeHeadingFocus } from '@/lib/navigation/headingFocus'
import { Heading } from './ams'

interface Props {
  children: ReactNode
  /** The title of the browser's tab, without the name of the site; empty for the home page. */
  title: string
  className?: string
  id?: string
}

/** The one h1 of a page: names the tab, and takes the focus after a move to this page. */
export function PageHeading({ children, title, className, id }: Props) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const site = t('site.naam', { gemeente: config.gemeente })
    document.title = title ? `${title} – ${site}` : site
  }, [title, t])

  useEffect(() => {
    if (takeHeadingFocus()) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <Heading level={1} ref={heading} tabIndex={-1} className={className} id={id}>
      {children}
    </Heading>
  )
}
